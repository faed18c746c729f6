import { randomBytes } from "node:crypto";
import type { Knex } from "knex";
import { DomainError } from "../domain/errors.ts";
import { signCheckpoint } from "../ledger/checkpoint.ts";
import { leafHash } from "../ledger/digest.ts";
import type { Signer } from "../ledger/keys.ts";
import { type Act, leafOf } from "../ledger/leaf.ts";
import { type Frontier, grow, type Node, nodesOf, rootOf } from "../ledger/tree.ts";

/**
 * Appends acts to the log in the transaction that performs them: both are kept, or neither. Make it the last
 * statement of the transaction: until its end, every other append waits. Answers with the acts' numbers.
 */
export type AppendToLog = (trx: Knex.Transaction, ...acts: readonly Act[]) => Promise<readonly number[]>;

interface NodeRow {
  readonly level: number;
  readonly position: number;
  readonly hash: Buffer;
}

interface HeadRow {
  readonly last: number | null;
  readonly verifier: string | null;
}

/** Any number that no other lock of the database uses. */
const LOG_LOCK = 0x0a3141;

/** SQLite takes 500 rows in one insert. */
const ROWS = 400;

/** Waits for other appends; SQLite's transactions are alone by themselves. */
export const lockLog = async (trx: Knex.Transaction): Promise<void> => {
  if (trx.client.config.client === "pg") await trx.raw("select pg_advisory_xact_lock(?)", [LOG_LOCK]);
};

const headOf = async (trx: Knex.Transaction): Promise<HeadRow> => {
  const row: HeadRow | undefined = await trx
    .select({ last: trx("log_entry").max("seq") })
    .select({ verifier: trx("log_key").select("verifier").orderBy("seq", "desc").limit(1) })
    .first();
  return row ?? { last: null, verifier: null };
};

const frontierOf = async (trx: Knex.Transaction, size: number): Promise<Frontier> => {
  const addresses = nodesOf({ from: 0, until: size });
  if (addresses.length === 0) return { size, peaks: [] };
  const rows: readonly NodeRow[] = await trx("log_node")
    .select("level", "position", "hash")
    .whereIn(
      ["level", "position"],
      addresses.map(({ level, position }) => [level, position]),
    );
  const peaks = addresses.map(({ level, position }) =>
    rows.find((row) => row.level === level && row.position === position),
  );
  if (peaks.includes(undefined)) throw new DomainError("LOG_DAMAGED", { problem: `no peaks of ${size}` });
  return { size, peaks: peaks as readonly Node[] };
};

interface NewEntry {
  readonly seq: number;
  readonly act: Act;
  readonly leaf: string;
  readonly opening: string;
}

const insertAll = async (trx: Knex.Transaction, table: string, rows: readonly object[]): Promise<void> => {
  for (let start = 0; start < rows.length; start += ROWS)
    await trx(table).insert(rows.slice(start, start + ROWS));
};

const keep = async (
  trx: Knex.Transaction,
  entries: readonly NewEntry[],
  nodes: readonly Node[],
): Promise<void> => {
  await insertAll(
    trx,
    "log_entry",
    entries.map(({ seq, act, leaf }) => ({ seq, kind: act.kind, leaf })),
  );
  await insertAll(
    trx,
    "log_opening",
    entries.map(({ seq, act, opening }) => ({ seq, subject: act.subject, body: opening })),
  );
  await insertAll(trx, "log_node", nodes);
  const keys = entries.filter(({ act }) => act.kind === "key");
  await insertAll(
    trx,
    "log_key",
    keys.map(({ seq, act }) => ({ seq, verifier: act.open["key"] })),
  );
};

const entriesOf = (acts: readonly Act[], first: number, at: string): readonly NewEntry[] =>
  acts.map((act, index) => {
    const seq = first + index;
    return { seq, act, ...leafOf(act, { seq, at, salt: randomBytes(16).toString("hex") }) };
  });

/** The appender of a log whose head this key signs; a key that the log does not name is refused. */
export const logAppender =
  (signer: Signer, now: () => Date): AppendToLog =>
  async (trx, ...acts) => {
    if (acts.length === 0) return [];
    await lockLog(trx);
    const { last, verifier } = await headOf(trx);
    if (verifier !== null && verifier !== signer.verifierKey)
      throw new DomainError("LOG_KEY_MISMATCH", { expected: verifier, found: signer.verifierKey });
    const size = last === null ? 0 : last + 1;
    const entries = entriesOf(acts, size, now().toISOString());
    const nodes: Node[] = [];
    let tree = await frontierOf(trx, size);
    for (const { leaf } of entries) {
      const { frontier, filled } = grow(tree, leafHash(leaf));
      nodes.push(...filled);
      tree = frontier;
    }
    await keep(trx, entries, nodes);
    await trx("log_checkpoint").insert({
      size: tree.size,
      note: signCheckpoint(signer, tree.size, rootOf(tree)),
    });
    return entries.map(({ seq }) => seq);
  };
