import type { Knex } from "knex";
import type { PreparedItem } from "../usecases/imports/ports.ts";
import { newId } from "./new-id.ts";

/** What became of the items of a chunk. */
export interface Settled {
  readonly stored: number;
  readonly replaced: number;
  readonly unchanged: number;
}

/** Tenders that are stored already: whose each source is, and of which document each is. */
interface Known {
  readonly owners: Map<string, string>;
  readonly hashes: Map<string, string>;
}

const ofBuyer = (query: Knex.QueryBuilder, buyer: string | null): Knex.QueryBuilder =>
  buyer === null ? query.whereNull("buyer_code") : query.where("buyer_code", buyer);

const referenceOf = ({ document }: PreparedItem): string => String(document?.["reference"]);

const knownSources = async (trx: Knex, sources: readonly string[]): Promise<Known> => {
  const known: Known = { owners: new Map(), hashes: new Map() };
  if (sources.length === 0) return known;
  const rows: readonly {
    readonly source: string;
    readonly tender_id: string;
    readonly document_sha256: string;
  }[] = await trx("tender_source")
    .join("tender", "tender.id", "tender_source.tender_id")
    .whereIn("source", sources)
    .select("source", "tender_id", "document_sha256");
  for (const { source, tender_id: id, document_sha256: sha256 } of rows) {
    known.owners.set(source, id);
    known.hashes.set(id, sha256);
  }
  return known;
};

const knownDocuments = async (
  trx: Knex,
  hashes: readonly string[],
  buyer: string | null,
): Promise<Set<string>> => {
  if (hashes.length === 0) return new Set();
  const rows: readonly { readonly document_sha256: string }[] = await ofBuyer(trx("tender"), buyer)
    .whereIn("document_sha256", hashes)
    .distinct("document_sha256");
  return new Set(rows.map(({ document_sha256 }) => document_sha256));
};

/** What a chunk writes, each row once. */
interface Writes {
  /** Documents by their hash. */
  readonly bodies: Map<string, string>;
  readonly tenders: object[];
  readonly links: { readonly source: string; readonly tender_id: string }[];
  /** Tenders whose call is known, by id, with what takes their place. */
  readonly replaced: Map<string, PreparedItem>;
  unchanged: number;
}

const rowOf = (id: string, item: PreparedItem, buyer: string | null, at: Date) => ({
  id,
  version: 1,
  reference: referenceOf(item),
  document_sha256: item.sha256,
  buyer_code: buyer,
  received_at: at.toISOString(),
  changed_at: at.toISOString(),
});

/** Decides item by item; what one of them brings is known to those after it. */
const sortOut = (
  items: readonly PreparedItem[],
  { owners, hashes }: Known,
  documents: Set<string>,
  buyer: string | null,
  at: Date,
): Writes => {
  const writes: Writes = { bodies: new Map(), tenders: [], links: [], replaced: new Map(), unchanged: 0 };
  for (const item of items) {
    const { sources, sha256 } = item;
    const owner = sources.map((source) => owners.get(source)).find((id) => id !== undefined);
    if (owner === undefined ? documents.has(sha256) : hashes.get(owner) === sha256) {
      writes.unchanged += 1;
      continue;
    }
    const id = owner ?? newId(at.getTime());
    writes.bodies.set(sha256, JSON.stringify(item.document));
    hashes.set(id, sha256);
    for (const source of sources.filter((each) => !owners.has(each))) {
      owners.set(source, id);
      writes.links.push({ source, tender_id: id });
    }
    if (owner === undefined) {
      documents.add(sha256);
      writes.tenders.push(rowOf(id, item, buyer, at));
    } else writes.replaced.set(id, item);
  }
  return writes;
};

const write = async (trx: Knex, { bodies, tenders, links, replaced }: Writes, at: Date): Promise<void> => {
  if (bodies.size > 0)
    await trx("document")
      .insert([...bodies].map(([sha256, body]) => ({ sha256, body })))
      .onConflict("sha256")
      .ignore();
  if (tenders.length > 0) await trx("tender").insert(tenders);
  if (links.length > 0) await trx("tender_source").insert(links);
  for (const [id, item] of replaced)
    await trx("tender")
      .where({ id })
      .increment("version")
      .update({ document_sha256: item.sha256, reference: referenceOf(item), changed_at: at.toISOString() });
};

/**
 * Stores the tenders of a chunk inside a transaction. The very document that the buyer has already is left alone; a
 * call that is known by its source is replaced by a new version.
 */
export const storeItems = async (
  trx: Knex,
  items: readonly PreparedItem[],
  buyer: string | null,
  at: Date,
): Promise<Settled> => {
  const good = items.filter(({ document }) => document !== null);
  const [named, hashes] = [good.flatMap(({ sources }) => sources), good.map(({ sha256 }) => sha256)];
  const [known, documents] = [await knownSources(trx, named), await knownDocuments(trx, hashes, buyer)];
  const writes = sortOut(good, known, documents, buyer, at);
  await write(trx, writes, at);
  const [stored, { unchanged }] = [writes.tenders.length, writes];
  return { stored, replaced: good.length - unchanged - stored, unchanged };
};
