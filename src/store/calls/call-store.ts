import type { Knex } from "knex";
import type { CallsState, CallStore, Pending, ReadCall } from "../../usecases/calls/ports.ts";
import type { Document } from "../../usecases/ports.ts";
import type { Database } from "../open-database.ts";
import { type CallRow, INDEX_COLUMNS, type IndexRow, toCall, toColumns, toIndexed } from "./call-row.ts";

interface PendingRow {
  readonly number: number;
  readonly id: string;
  readonly version: number;
  readonly body: string;
}

const pending = async (read: Knex, most: number): Promise<Pending> => {
  const rows: readonly PendingRow[] = await read("call_pending")
    .join("tender", "tender.id", "call_pending.tender_id")
    .join("document", "document.sha256", "tender.document_sha256")
    .orderBy("call_pending.number")
    .limit(most)
    .select("call_pending.number", "tender.id", "tender.version", "document.body");
  const tenders = new Map(
    rows.map(({ id, version, body }) => [id, { id, version, document: JSON.parse(body) as Document }]),
  );
  return { tenders: [...tenders.values()], upTo: rows.at(-1)?.number ?? 0, taken: rows.length };
};

/** The row's lock puts changes in the order in which they can be read. */
const takeChanges = async (trx: Knex, count: number): Promise<number> => {
  const [row]: { last: number }[] = await trx("call_change").increment("last", count).returning("last");
  return (row?.last ?? 0) - count;
};

/** SQLite's text index stands beside the table; PostgreSQL's is a column of it. */
const writeText = async (
  trx: Knex,
  number: number,
  { title_tokens, other_tokens }: IndexRow,
): Promise<void> => {
  await trx.raw("delete from call_text where rowid = ?", [number]);
  if (title_tokens !== "" || other_tokens !== "")
    await trx.raw("insert into call_text (rowid, title, other) values (?, ?, ?)", [
      number,
      title_tokens,
      other_tokens,
    ]);
};

const save = async (
  trx: Knex,
  { tenderId, version, projected }: ReadCall,
  change: number,
): Promise<number> => {
  const columns = { tender_version: version, change, ...toColumns(projected) };
  const [row]: { number: number }[] = await trx("call")
    .insert({ tender_id: tenderId, ...columns })
    .onConflict("tender_id")
    .merge(columns)
    .returning("number");
  return row?.number ?? 0;
};

const settle = async (
  { engine, write }: Database,
  calls: readonly ReadCall[],
  upTo: number,
): Promise<void> => {
  await write.transaction(async (trx) => {
    let change = await takeChanges(trx, calls.length);
    for (const call of calls) {
      change += 1;
      const number = await save(trx, call, change);
      if (engine === "sqlite") await writeText(trx, number, toColumns(call.projected) as unknown as IndexRow);
    }
    await trx("call_pending")
      .where("number", "<=", upTo)
      .whereIn(
        "tender_id",
        calls.map(({ tenderId }) => tenderId),
      )
      .delete();
  });
};

const state = async (read: Knex): Promise<CallsState> => {
  const waiting = read.raw("exists (select 1 from call_pending) as pending");
  const row: { last: number; pending: number | boolean } | undefined = await read("call_change").first(
    "last",
    waiting,
  );
  return { lastChange: row?.last ?? 0, isPending: Boolean(row?.pending) };
};

/** The public calls: what is waiting, what changed, what is open. */
export const callStore = (database: Database): CallStore => {
  const { read } = database;
  return {
    pending: (most) => pending(read, most),
    settle: (calls, upTo) => settle(database, calls, upTo),
    state: () => state(read),
    changesAfter: async (change, most) => {
      const rows: readonly IndexRow[] = await read("call")
        .where("change", ">", change)
        .orderBy("change")
        .limit(most)
        .select(INDEX_COLUMNS);
      return rows.map((row) => ({
        change: row.change,
        number: row.number,
        indexed: row.is_public === 1 ? toIndexed(row) : null,
      }));
    },
    openAfter: async (nowMs, number, most) => {
      const rows: readonly IndexRow[] = await read("call")
        .where("is_public", 1)
        .where("closes_at", ">", nowMs)
        .where("number", ">", number)
        .orderBy("number")
        .limit(most)
        .select(INDEX_COLUMNS);
      return rows.map(toIndexed);
    },
    calls: async (numbers) => {
      const rows: readonly CallRow[] = await read("call")
        .where("is_public", 1)
        .whereIn("number", [...numbers]);
      return new Map(rows.map((row) => [row.number, toCall(row)]));
    },
    find: async (tenderId) => {
      const row: CallRow | undefined = await read("call")
        .where({ tender_id: tenderId, is_public: 1 })
        .first();
      return row === undefined ? null : toCall(row);
    },
  };
};
