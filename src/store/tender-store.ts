import type { Knex } from "knex";
import type { Actor } from "../domain/actor.ts";
import { DomainError } from "../domain/errors.ts";
import type { Document, NewTender, StoredTender, TenderPage, TenderStore } from "../usecases/ports.ts";
import { newId } from "./new-id.ts";
import type { Database } from "./open-database.ts";
import { recordAct } from "./record-act.ts";
import { within } from "./within.ts";

/** A row of a stored tender with its document. */
export interface TenderRow {
  readonly id: string;
  readonly version: number;
  readonly buyer_code: string | null;
  readonly document_sha256: string;
  readonly received_at: string;
  readonly changed_at: string;
  readonly body: string;
}

/** The same document received twice is kept once. */
const keepDocument = async (trx: Knex.Transaction, body: string, sha256: string): Promise<void> => {
  await trx("document").insert({ sha256, body }).onConflict("sha256").ignore();
};

const referenceOf = (document: Document): string => String(document["reference"]);

/** Every stored tender with its document. */
export const selectTenders = (knex: Knex): Knex.QueryBuilder =>
  knex("tender")
    .join("document", "document.sha256", "tender.document_sha256")
    .select("tender.id", "version", "buyer_code", "document_sha256", "received_at", "changed_at", "body");

/** Binds the sources to a tender, unless another has one of them. */
const takeSources = async (trx: Knex.Transaction, id: string, sources: readonly string[]): Promise<void> => {
  if (sources.length === 0) return;
  const rows = sources.map((source) => ({ source, tender_id: id }));
  await trx("tender_source").insert(rows).onConflict("source").ignore();
  const taken: { readonly source: string; readonly tender_id: string } | undefined = await trx(
    "tender_source",
  )
    .whereIn("source", sources)
    .whereNot("tender_id", id)
    .first("source", "tender_id");
  if (taken !== undefined)
    throw new DomainError("TENDER_EXISTS", { id: taken.tender_id, source: taken.source });
};

const insertIn = async (
  trx: Knex.Transaction,
  at: Date,
  actor: Actor,
  { buyer, document, documentSha256, sources }: NewTender,
): Promise<StoredTender> => {
  const id = newId(at.getTime());
  const times = { received_at: at.toISOString(), changed_at: at.toISOString() };
  const text = JSON.stringify(document);
  await keepDocument(trx, text, documentSha256);
  await trx("tender").insert({
    id,
    version: 1,
    reference: referenceOf(document),
    document_sha256: documentSha256,
    buyer_code: buyer,
    ...times,
  });
  await takeSources(trx, id, sources);
  await recordAct(trx, actor, { action: "tenderStored", object: id, buyer }, at);
  return {
    id,
    version: 1,
    buyer,
    text,
    document,
    documentSha256,
    receivedAt: times.received_at,
    changedAt: times.changed_at,
  };
};

const insertOnceIn = async (
  trx: Knex.Transaction,
  engine: Database["engine"],
  at: Date,
  actor: Actor,
  tender: NewTender,
): Promise<StoredTender> => {
  const { buyer, documentSha256 } = tender;
  // SQLite has one writer; PostgreSQL lets two look at the same time unless they wait for one another.
  if (engine === "postgres") await trx.raw("select pg_advisory_xact_lock(hashtext(?))", [documentSha256]);
  const row: TenderRow | undefined = await selectTenders(trx)
    .where({ document_sha256: documentSha256, buyer_code: buyer })
    .first();
  return row === undefined ? insertIn(trx, at, actor, tender) : toTender(row);
};

const replace = async (
  { write, read }: Database,
  now: () => Date,
  actor: Actor,
  id: string,
  version: number,
  { document, documentSha256, sources }: NewTender,
): Promise<StoredTender | null> => {
  const at = now();
  const change = {
    version: version + 1,
    reference: referenceOf(document),
    document_sha256: documentSha256,
    changed_at: at.toISOString(),
  };
  const changed = await write.transaction(async (trx): Promise<number> => {
    await keepDocument(trx, JSON.stringify(document), documentSha256);
    const rows: number = await within(trx("tender").where({ id, version }), actor, "buyer_code").update(
      change,
    );
    if (rows === 0) return 0;
    await trx("tender_source").where({ tender_id: id }).delete();
    await takeSources(trx, id, sources);
    await recordAct(trx, actor, { action: "tenderReplaced", object: id }, at);
    return rows;
  });
  return changed === 1 ? find(read, actor, id) : null;
};

const find = async (read: Knex, actor: Actor, id: string): Promise<StoredTender | null> => {
  const row = (await within(selectTenders(read).where("tender.id", id), actor, "buyer_code").first()) as
    | TenderRow
    | undefined;
  return row === undefined ? null : toTender(row);
};

const list = async (
  read: Knex,
  actor: Actor,
  { after, limit, isNewest }: { after: string | null; limit: number; isNewest: boolean },
): Promise<TenderPage> => {
  const query = within(selectTenders(read), actor, "buyer_code")
    .orderBy("tender.id", isNewest ? "desc" : "asc")
    .limit(limit + 1);
  const from = after === null ? query : query.where("tender.id", isNewest ? "<" : ">", after);
  const rows = (await from) as TenderRow[];
  const items = rows.slice(0, limit).map(toTender);
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
};

/** Tenders in the database; what a promise answers is on disk. */
export const tenderStore = (database: Database, now: () => Date): TenderStore => ({
  insert: (actor, tender) => database.write.transaction((trx) => insertIn(trx, now(), actor, tender)),
  insertOnce: (actor, tender) =>
    database.write.transaction((trx) => insertOnceIn(trx, database.engine, now(), actor, tender)),
  replace: (actor, id, version, tender) => replace(database, now, actor, id, version, tender),
  find: (actor, id) => find(database.read, actor, id),
  list: (actor, after, limit) => list(database.read, actor, { after, limit, isNewest: false }),
  newest: (actor, after, limit) => list(database.read, actor, { after, limit, isNewest: true }),
  isEmpty: async () => (await database.read("tender").first("id")) === undefined,
});

/** A stored tender, from its row; its document is parsed when it is first asked for. */
export const toTender = (row: TenderRow): StoredTender => {
  let document: Document | null = null;
  return {
    id: row.id,
    version: row.version,
    buyer: row.buyer_code,
    text: row.body,
    get document() {
      document ??= JSON.parse(row.body) as Document;
      return document;
    },
    documentSha256: row.document_sha256,
    receivedAt: row.received_at,
    changedAt: row.changed_at,
  };
};
