import type { Draft } from "../../intake/table/field.ts";
import type { TenderDocument } from "../../intake/schema/tender-schema.ts";

// What finish-tender.ts puts together from rows, taken apart again.

type Publications = NonNullable<TenderDocument["publications"]>;

const HOLDS: ReadonlySet<string> = new Set(["medium", "publishedAt", "language", "name"]);

/** The columns of the days of publication; a list that they cannot hold whole would come back as another one. */
const publishedIn = (publications: Publications): Draft | undefined => {
  const placed = publications.map((each) => {
    const place =
      each.medium === "portal" ? "portal" : each.medium === "newspaper" ? each.language : undefined;
    const isHeld = Object.keys(each).every((key) => HOLDS.has(key)) && each.publishedAt !== undefined;
    return isHeld && place !== undefined ? ([place, each.publishedAt] as const) : null;
  });
  const held = placed.filter((each) => each !== null);
  const places = new Set(held.map(([place]) => place));
  const isWhole = held.length === publications.length && places.size === held.length && !places.has("en");
  return isWhole && held.length > 0 ? Object.fromEntries(held) : undefined;
};

/**
 * A document as rows: one, or one for each lot with the award of that lot. Each is what a row of a sheet is read to,
 * before it is put together.
 */
export const layFlat = (document: TenderDocument): readonly Draft[] => {
  const { lots = [], award, awards = [], publications = [], ...call } = document;
  const published = publishedIn(publications);
  const shared: Draft = { ...call, ...(published === undefined ? {} : { published }) };
  if (lots.length === 0) return [{ ...shared, ...(award === undefined ? {} : { award }) }];
  return lots.map((lot) => {
    const own = awards.filter((each) => each.lot === lot.id);
    return { ...shared, lot, ...(own.length === 1 ? { award: own[0] } : {}) };
  });
};
