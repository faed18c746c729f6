import type { Knex } from "knex";
import type { Document, StoredTender, TenderPage, TenderStore } from "../usecases/ports.ts";
import { newId } from "./new-id.ts";
import type { Database } from "./open-database.ts";

interface TenderRow {
  readonly id: string;
  readonly version: number;
  readonly document_sha256: string;
  readonly received_at: string;
  readonly changed_at: string;
  readonly body: string;
}

/** The same document received twice is kept once. */
const keepDocument = async (trx: Knex.Transaction, document: Document, sha256: string): Promise<void> => {
  await trx("document")
    .insert({ sha256, body: JSON.stringify(document) })
    .onConflict("sha256")
    .ignore();
};

const referenceOf = (document: Document): string => String(document["reference"]);

const select = (knex: Knex): Knex.QueryBuilder =>
  knex("tender")
    .join("document", "document.sha256", "tender.document_sha256")
    .select("tender.id", "version", "document_sha256", "received_at", "changed_at", "body");

const insert = async (
  { write }: Database,
  now: () => Date,
  document: Document,
  sha256: string,
): Promise<StoredTender> => {
  const at = now();
  const id = newId(at.getTime());
  const times = { received_at: at.toISOString(), changed_at: at.toISOString() };
  await write.transaction(async (trx) => {
    await keepDocument(trx, document, sha256);
    await trx("tender").insert({
      id,
      version: 1,
      reference: referenceOf(document),
      document_sha256: sha256,
      ...times,
    });
  });
  return {
    id,
    version: 1,
    document,
    documentSha256: sha256,
    receivedAt: times.received_at,
    changedAt: times.changed_at,
  };
};

const replace = async (
  { write, read }: Database,
  now: () => Date,
  id: string,
  version: number,
  document: Document,
  sha256: string,
): Promise<StoredTender | null> => {
  const change = {
    version: version + 1,
    reference: referenceOf(document),
    document_sha256: sha256,
    changed_at: now().toISOString(),
  };
  const changed = await write.transaction(async (trx): Promise<number> => {
    await keepDocument(trx, document, sha256);
    return await trx("tender").where({ id, version }).update(change);
  });
  return changed === 1 ? find(read, id) : null;
};

const find = async (read: Knex, id: string): Promise<StoredTender | null> => {
  const row = (await select(read).where("tender.id", id).first()) as TenderRow | undefined;
  return row === undefined ? null : toTender(row);
};

const list = async (read: Knex, after: string | null, limit: number): Promise<TenderPage> => {
  const query = select(read)
    .orderBy("tender.id")
    .limit(limit + 1);
  const rows = (await (after === null ? query : query.where("tender.id", ">", after))) as TenderRow[];
  const items = rows.slice(0, limit).map(toTender);
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
};

/** Tenders in the database; what a promise answers is on disk. */
export const tenderStore = (database: Database, now: () => Date): TenderStore => ({
  insert: (document, sha256) => insert(database, now, document, sha256),
  replace: (id, version, document, sha256) => replace(database, now, id, version, document, sha256),
  find: (id) => find(database.read, id),
  list: (after, limit) => list(database.read, after, limit),
  isEmpty: async () => (await database.read("tender").first("id")) === undefined,
});

const toTender = (row: TenderRow): StoredTender => ({
  id: row.id,
  version: row.version,
  document: JSON.parse(row.body) as Document,
  documentSha256: row.document_sha256,
  receivedAt: row.received_at,
  changedAt: row.changed_at,
});
