import type { Knex } from "knex";
import { DomainError } from "../domain/errors.ts";
import { EMPTY_ROOT } from "../ledger/digest.ts";
import {
  consistencyRanges,
  inclusionRanges,
  type LeafRange,
  type NodeAddress,
  nodesOf,
  rangeHash,
} from "../ledger/tree.ts";
import type { Database } from "./open-database.ts";

/** A leaf as it stands in the log; `opening` is null once it was erased. */
export interface LogEntry {
  readonly seq: number;
  readonly kind: string;
  readonly leaf: string;
  readonly subject: string | null;
  readonly opening: string | null;
}

/** What the log answers; nothing here writes. */
export interface LedgerStore {
  /** The newest head, a signed note; null while nothing is logged. */
  readonly head: () => Promise<{ readonly size: number; readonly note: string } | null>;
  /** The first head of at least this size; null when the log is not that long. */
  readonly headFrom: (size: number) => Promise<{ readonly size: number; readonly note: string } | null>;
  readonly entry: (seq: number) => Promise<LogEntry | null>;
  /** The entry of a thing, `kind:id`. */
  readonly entryOf: (subject: string) => Promise<LogEntry | null>;
  /** Entries from `from` on, at most `count`. */
  readonly entries: (from: number, count: number) => Promise<readonly LogEntry[]>;
  /** Proof that entry `seq` is in the tree of `size` leaves (RFC 9162, 2.1.3). */
  readonly inclusion: (seq: number, size: number) => Promise<readonly Buffer[]>;
  /** Proof that the tree of `size` leaves continues its first `earlier` (RFC 9162, 2.1.4). */
  readonly consistency: (earlier: number, size: number) => Promise<readonly Buffer[]>;
  /** Root of the first `size` leaves. */
  readonly root: (size: number) => Promise<Buffer>;
  /** Hashes of a level from a position on: a tile when there are 256. */
  readonly hashes: (level: number, from: number, count: number) => Promise<readonly Buffer[]>;
  /** Keys of the log, first to last: each was logged under the one before. */
  readonly keys: () => Promise<readonly string[]>;
}

interface NodeRow {
  readonly level: number;
  readonly position: number;
  readonly hash: Buffer;
}

const keyOf = ({ level, position }: NodeAddress): string => `${level}/${position}`;

/** Hashes of ranges of leaves, in one read of the database. */
const hashesOf = async (read: Knex, ranges: readonly LeafRange[]): Promise<readonly Buffer[]> => {
  const addresses = ranges.flatMap(nodesOf);
  const rows: readonly NodeRow[] =
    addresses.length === 0
      ? []
      : await read("log_node")
          .select("level", "position", "hash")
          .whereIn(
            ["level", "position"],
            addresses.map(({ level, position }) => [level, position]),
          );
  const found = new Map(rows.map((row) => [keyOf(row), row.hash]));
  return ranges.map((range) =>
    rangeHash(range, (address) => {
      const hash = found.get(keyOf(address));
      if (hash === undefined) throw new DomainError("LOG_DAMAGED", { problem: `no node ${keyOf(address)}` });
      return hash;
    }),
  );
};

const selectEntries = (read: Knex): Knex.QueryBuilder =>
  read("log_entry")
    .leftJoin("log_opening", "log_opening.seq", "log_entry.seq")
    .select("log_entry.seq", "kind", "leaf", "subject", { opening: "log_opening.body" });

const first = async (query: Knex.QueryBuilder): Promise<LogEntry | null> => {
  const row = (await query.first()) as LogEntry | undefined;
  return row ?? null;
};

const heads = (read: Knex): Knex.QueryBuilder => read("log_checkpoint").select("size", "note");

type Head = { readonly size: number; readonly note: string };

/** The log as it is read. */
export const ledgerStore = ({ read }: Database): LedgerStore => ({
  head: async () => ((await heads(read).orderBy("size", "desc").first()) as Head | undefined) ?? null,
  headFrom: async (size) =>
    ((await heads(read).where("size", ">=", size).orderBy("size").first()) as Head | undefined) ?? null,
  entry: (seq) => first(selectEntries(read).where("log_entry.seq", seq)),
  entryOf: (subject) => first(selectEntries(read).where("subject", subject)),
  entries: async (from, count) =>
    (await selectEntries(read)
      .where("log_entry.seq", ">=", from)
      .where("log_entry.seq", "<", from + count)
      .orderBy("log_entry.seq")) as readonly LogEntry[],
  inclusion: (seq, size) => hashesOf(read, inclusionRanges(seq, size)),
  consistency: (earlier, size) => hashesOf(read, consistencyRanges(earlier, size)),
  root: async (size) => {
    const [root] = await hashesOf(read, [{ from: 0, until: size }]);
    return root ?? EMPTY_ROOT;
  },
  hashes: async (level, from, count) => {
    const rows: readonly Pick<NodeRow, "hash">[] = await read("log_node")
      .select("hash")
      .where("level", level)
      .where("position", ">=", from)
      .where("position", "<", from + count)
      .orderBy("position");
    return rows.map(({ hash }) => hash);
  },
  keys: async () => {
    const rows: readonly { readonly verifier: string }[] = await read("log_key")
      .select("verifier")
      .orderBy("seq");
    return rows.map(({ verifier }) => verifier);
  },
});
