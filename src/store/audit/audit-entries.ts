import type { Knex } from "knex";
import { canonicalJson } from "../../canonical-json.ts";
import type { AuditFinding } from "../../domain/audit.ts";
import { type Act, type Facts, type Leaf, openLeaf, readLeaf } from "../../ledger/leaf.ts";
import type { LogEntry } from "../ledger-store.ts";
import { keyAct } from "../open-log.ts";
import { AUDITED, type AuditedTable } from "./audited-records.ts";

/** An entry whose leaf could be read. */
export interface ReadEntry extends LogEntry {
  readonly parsed: Leaf;
  /** null: the opening is gone. */
  readonly facts: Facts | null;
}

const wrong = (kind: AuditFinding["kind"], where: string, problem: string): AuditFinding => ({
  kind,
  where,
  problem,
});

/** The subject of an act that no table holds a row of; undefined: its row tells it. */
const ownSubject = ({ kind, open }: Leaf): string | null | undefined => {
  if (kind === "key") return keyAct(String(open["key"])).subject;
  return kind === "rulebook" || kind === "erasure" ? null : undefined;
};

/** Reads entries; a leaf or an opening that is not what was logged is a finding. */
export const readEntries = (
  entries: readonly LogEntry[],
): { readonly read: readonly ReadEntry[]; readonly findings: readonly AuditFinding[] } => {
  const findings: AuditFinding[] = [];
  const read: ReadEntry[] = [];
  for (const entry of entries) {
    const where = `log_entry ${entry.seq}`;
    const parsed = readLeaf(entry.leaf);
    if (parsed === null || parsed.seq !== entry.seq || parsed.kind !== entry.kind) {
      findings.push(wrong("leaf", where, "the leaf is not one, or not of this place and kind"));
      continue;
    }
    const opened = entry.opening === null ? null : openLeaf(parsed, entry.opening);
    if (entry.opening !== null && opened === null)
      findings.push(wrong("opening", `log_opening ${entry.seq}`, "the leaf does not commit to the opening"));
    const known = ownSubject(parsed);
    if (entry.opening !== null && known !== undefined && entry.subject !== known)
      findings.push(wrong("opening", `log_opening ${entry.seq}`, "it is of another thing"));
    read.push({ ...entry, parsed, facts: opened?.facts ?? null });
  }
  return { read, findings };
};

const same = (act: Act, { parsed, facts, subject }: ReadEntry): boolean =>
  act.subject === subject &&
  canonicalJson(act.open) === canonicalJson(parsed.open) &&
  canonicalJson(act.sealed) === canonicalJson(facts);

const auditTable = async (
  read: Knex,
  { kind, table, actsOf }: AuditedTable,
  entries: readonly ReadEntry[],
): Promise<{ readonly count: number; readonly findings: readonly AuditFinding[] }> => {
  const logged = entries.filter((entry) => entry.kind === kind);
  // What opened the others was erased: there is nothing left to compare their rows with.
  const mine = logged.filter(({ facts }) => facts !== null);
  if (mine.length === 0) return { count: logged.length, findings: [] };
  const acts = await actsOf(
    read,
    mine.map(({ facts }) => facts ?? {}),
  );
  const bySubject = new Map(acts.map((act) => [act.subject, act]));
  const findings = mine.flatMap((entry) => {
    const act = bySubject.get(entry.subject);
    if (act !== undefined && same(act, entry)) return [];
    const problem = act === undefined ? "the row is gone" : "the row is not what was logged";
    return [wrong("record", `${table} ${entry.subject ?? ""} (entry ${entry.seq})`, problem)];
  });
  return { count: logged.length, findings };
};

/** Compares rows of the official record with what the log says of them; counts by table. */
export const auditRecords = async (read: Knex, entries: readonly ReadEntry[]) => {
  const counts = new Map<string, number>();
  const findings: AuditFinding[] = [];
  for (const audited of AUDITED) {
    const result = await auditTable(read, audited, entries);
    counts.set(audited.table, result.count);
    findings.push(...result.findings);
  }
  return { counts, findings };
};

/** Rows that no entry speaks of. */
export const auditUnlogged = async (
  read: Knex,
  logged: ReadonlyMap<string, number>,
): Promise<readonly AuditFinding[]> => {
  const findings: AuditFinding[] = [];
  for (const { table } of AUDITED) {
    const row = await read(table).count({ n: "*" }).first();
    const expected = logged.get(table) ?? 0;
    if (Number(row?.n) !== expected)
      findings.push(wrong("record", table, `${row?.n} rows, and the log speaks of ${expected}`));
  }
  return findings;
};
