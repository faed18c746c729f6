import type { Knex } from "knex";
import type { PreparedItem } from "../usecases/imports/ports.ts";
import { newId } from "./new-id.ts";

/** What became of the items of a chunk. */
export interface Settled {
  readonly stored: number;
  readonly replaced: number;
  readonly unchanged: number;
}

interface Known {
  readonly tender_id: string;
  readonly document_sha256: string;
}

const ofBuyer = (query: Knex.QueryBuilder, buyer: string | null): Knex.QueryBuilder =>
  buyer === null ? query.whereNull("buyer_code") : query.where("buyer_code", buyer);

const bodyOf = ({ document }: PreparedItem): string => JSON.stringify(document);

const knownSources = async (trx: Knex, sources: readonly string[]): Promise<Map<string, Known>> => {
  if (sources.length === 0) return new Map();
  const rows: readonly (Known & { readonly source: string })[] = await trx("tender_source")
    .join("tender", "tender.id", "tender_source.tender_id")
    .whereIn("source", sources)
    .select("source", "tender_id", "document_sha256");
  return new Map(rows.map((row) => [row.source, row]));
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
  const sources = await knownSources(
    trx,
    good.flatMap(({ source }) => source ?? []),
  );
  const documents = await knownDocuments(
    trx,
    good.map(({ sha256 }) => sha256),
    buyer,
  );
  const bodies = new Map<string, string>();
  const tenders = new Map<string, Record<string, unknown>>();
  const links: { source: string; tender_id: string }[] = [];
  const replaced = new Map<string, PreparedItem>();
  let unchanged = 0;
  for (const item of good) {
    const known = item.source === null ? undefined : sources.get(item.source);
    if (known === undefined ? documents.has(item.sha256) : known.document_sha256 === item.sha256) {
      unchanged += 1;
      continue;
    }
    bodies.set(item.sha256, bodyOf(item));
    if (known !== undefined) {
      replaced.set(known.tender_id, item);
      sources.set(item.source ?? "", { ...known, document_sha256: item.sha256 });
      continue;
    }
    const id = newId(at.getTime());
    const time = at.toISOString();
    tenders.set(id, {
      id,
      version: 1,
      reference: referenceOf(item),
      document_sha256: item.sha256,
      buyer_code: buyer,
      received_at: time,
      changed_at: time,
    });
    documents.add(item.sha256);
    if (item.source === null) continue;
    links.push({ source: item.source, tender_id: id });
    sources.set(item.source, { tender_id: id, document_sha256: item.sha256 });
  }
  if (bodies.size > 0)
    await trx("document")
      .insert([...bodies].map(([sha256, body]) => ({ sha256, body })))
      .onConflict("sha256")
      .ignore();
  if (tenders.size > 0) await trx("tender").insert([...tenders.values()]);
  if (links.length > 0) await trx("tender_source").insert(links);
  for (const [id, item] of replaced)
    await trx("tender")
      .where({ id })
      .increment("version")
      .update({ document_sha256: item.sha256, reference: referenceOf(item), changed_at: at.toISOString() });
  return { stored: tenders.size, replaced: good.length - unchanged - tenders.size, unchanged };
};

const referenceOf = ({ document }: PreparedItem): string => String(document?.["reference"]);
