import type { AuditFinding, AuditReport } from "../../domain/audit.ts";
import { EMPTY_ROOT } from "../../ledger/digest.ts";
import { readVerifier, type Verifier } from "../../ledger/keys.ts";
import { EMPTY_TREE, type Frontier, rootOf } from "../../ledger/tree.ts";
import { ledgerStore } from "../ledger-store.ts";
import type { Database } from "../open-database.ts";
import { auditDocuments } from "./audit-documents.ts";
import { auditRecords, auditUnlogged, type ReadEntry, readEntries } from "./audit-entries.ts";
import { auditSchema } from "./audit-schema.ts";
import { auditRulebooks, type RulebookFiles } from "./audit-rulebooks.ts";
import { auditHead, auditNodes, growBy, type HeadRow } from "./audit-tree.ts";

const PAGE = 4096;

/** What an audit keeps from page to page. */
interface Progress {
  tree: Frontier;
  heads: number;
  lastHead: number;
  records: number;
  readonly keys: { readonly seq: number; readonly verifier: string }[];
  readonly counts: Map<string, number>;
  readonly gone: Set<number>;
  readonly erasures: Set<number>;
  readonly rulebooks: ReadEntry[];
  readonly findings: AuditFinding[];
}

const note = (progress: Progress, entries: readonly ReadEntry[]): void => {
  for (const entry of entries) {
    const { kind, open } = entry.parsed;
    if (kind === "key") progress.keys.push({ seq: entry.seq, verifier: String(open["key"]) });
    if (kind === "rulebook") progress.rulebooks.push(entry);
    if (kind === "erasure" && typeof open["seq"] === "number") progress.erasures.add(open["seq"]);
    if (entry.opening === null) progress.gone.add(entry.seq);
  }
};

/** Keys that may have signed the head of a size: the last before it, and the one that named it. */
const keysFor = ({ keys }: Progress, size: number): readonly Verifier[] =>
  keys
    .filter(({ seq }) => seq < size)
    .slice(-2)
    .map(({ verifier }) => readVerifier(verifier))
    .filter((key) => key !== null);

const auditPage = async (database: Database, progress: Progress, from: number): Promise<boolean> => {
  const { read } = database;
  const entries = await ledgerStore(database).entries(from, PAGE);
  if (entries.length === 0) return false;
  const gap = entries.findIndex(({ seq }, index) => seq !== from + index);
  if (gap >= 0) {
    progress.findings.push({ kind: "leaf", where: `log_entry ${from + gap}`, problem: "the entry is gone" });
    return false;
  }
  const heads = (await read("log_checkpoint")
    .where("size", ">", from)
    .where("size", "<=", from + entries.length)
    .orderBy("size")) as readonly HeadRow[];
  const grown = growBy(progress.tree, entries, new Set(heads.map(({ size }) => size)));
  const { read: readable, findings } = readEntries(entries);
  note(progress, readable);
  progress.findings.push(...findings, ...(await auditNodes(read, from, grown)));
  for (const head of heads)
    progress.findings.push(...auditHead(head, grown.roots.get(head.size), keysFor(progress, head.size)));
  const records = await auditRecords(read, readable);
  progress.findings.push(...records.findings);
  for (const [table, count] of records.counts) {
    progress.counts.set(table, (progress.counts.get(table) ?? 0) + count);
    progress.records += count;
  }
  progress.tree = grown.frontier;
  progress.heads += heads.length;
  progress.lastHead = heads.at(-1)?.size ?? progress.lastHead;
  return entries.length === PAGE;
};

const countOf = async ({ read }: Database, table: string): Promise<number> => {
  const row = await read(table).count({ n: "*" }).first();
  return Number(row?.n ?? 0);
};

/** How many perfect subtrees a tree of `size` leaves has in all. */
const nodeCount = (size: number): number => {
  let count = 0;
  for (let width = size; width >= 1; width = Math.floor(width / 2)) count += width;
  return count;
};

/** What is there beyond the leaves, and what is missing at their end. */
const auditEnds = async (database: Database, progress: Progress): Promise<readonly AuditFinding[]> => {
  const { size } = progress.tree;
  const keys: readonly unknown[] = await database.read("log_key").select("seq", "verifier").orderBy("seq");
  const findings: AuditFinding[] = [];
  const expect = (isRight: boolean, kind: AuditFinding["kind"], where: string, problem: string): void => {
    if (!isRight) findings.push({ kind, where, problem });
  };
  expect(
    progress.lastHead === size,
    "head",
    "log_checkpoint",
    `the last head is of ${progress.lastHead}, not ${size}`,
  );
  expect(
    (await countOf(database, "log_checkpoint")) === progress.heads,
    "head",
    "log_checkpoint",
    "heads beyond the leaves",
  );
  expect((await countOf(database, "log_entry")) === size, "leaf", "log_entry", "entries beyond a gap");
  expect(
    (await countOf(database, "log_node")) === nodeCount(size),
    "tree",
    "log_node",
    "nodes beyond the leaves",
  );
  expect(
    JSON.stringify(keys) === JSON.stringify(progress.keys),
    "key",
    "log_key",
    "not the keys that the log names",
  );
  for (const seq of progress.gone)
    expect(progress.erasures.has(seq), "opening", `log_opening ${seq}`, "gone, and no erasure is logged");
  return findings;
};

/** Errors of a damaged database are findings too. */
const guarded = async (findings: AuditFinding[], work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    findings.push({
      kind: "database",
      where: "reading",
      problem: error instanceof Error ? error.message : String(error),
    });
  }
};

/**
 * Makes the whole log anew from its leaves and compares: tree, heads, keys, openings, every row of the official
 * record, every document, the schema's triggers and the rulebooks that are here. `progressed` hears how many leaves were read.
 */
export const auditLog = async (
  database: Database,
  filesOf: RulebookFiles,
  progressed: (leaves: number) => void = () => {},
): Promise<AuditReport> => {
  const findings: AuditFinding[] = [];
  const progress: Progress = {
    tree: EMPTY_TREE,
    heads: 0,
    lastHead: 0,
    records: 0,
    keys: [],
    counts: new Map(),
    gone: new Set(),
    erasures: new Set(),
    rulebooks: [],
    findings,
  };
  let documents = 0;
  await guarded(findings, async () => {
    findings.push(...(await auditSchema(database)));
  });
  await guarded(findings, async () => {
    while (await auditPage(database, progress, progress.tree.size)) progressed(progress.tree.size);
    findings.push(
      ...(await auditEnds(database, progress)),
      ...(await auditUnlogged(database.read, progress.counts)),
    );
  });
  await guarded(findings, async () => {
    const audited = await auditDocuments(database.read);
    documents = audited.count;
    findings.push(...audited.findings);
  });
  findings.push(...auditRulebooks(progress.rulebooks, filesOf));
  return {
    size: progress.tree.size,
    root: (progress.tree.size === 0 ? EMPTY_ROOT : rootOf(progress.tree)).toString("base64"),
    heads: progress.heads,
    records: progress.records,
    documents,
    erased: [...progress.gone].filter((seq) => progress.erasures.has(seq)).length,
    findings,
  };
};
