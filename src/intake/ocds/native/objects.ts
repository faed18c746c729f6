import type { Sector } from "../../../domain/tender.ts";
import type { Fields } from "./fields.ts";

/** With its check digit, or with the decimal that a spreadsheet leaves. */
const CPV = /^(\d{8})(?:-\d|\.0)?$/;

/** A code of the Common Procurement Vocabulary from one classification. */
const cpvIn = (classification: Fields): readonly string[] => {
  if (classification.text("scheme") !== "CPV") return [];
  const [, code] = CPV.exec(classification.text("id") ?? "") ?? [];
  return code === undefined ? [] : [code];
};

const itemCodes = (item: Fields): readonly string[] => {
  const main = item.object("classification");
  return [
    ...(main === undefined ? [] : [main]),
    ...(item.objects("additionalClassifications") ?? []),
  ].flatMap(cpvIn);
};

/** What is bought, by item and lot. */
export interface Bought {
  readonly all: string[];
  readonly byLot: ReadonlyMap<string, string[]>;
}

const distinct = (codes: readonly string[]): string[] => [...new Set(codes)].slice(0, 100);

/** The CPV codes of the items; what else an item says has no place in the format. */
export const boughtIn = (tender: Fields): Bought => {
  const items = tender.objects("items") ?? [];
  const read = items.map((item) => ({ lot: item.text("relatedLot"), codes: itemCodes(item) }));
  if (items.length > 0)
    tender.note(
      "items",
      "PARTLY",
      "gives the CPV codes alone; quantities, units and descriptions have no place",
    );
  const byLot = new Map<string, string[]>();
  for (const { lot, codes } of read)
    if (lot !== undefined) byLot.set(lot, distinct([...(byLot.get(lot) ?? []), ...codes]));
  return { all: distinct(read.flatMap(({ lot, codes }) => (lot === undefined ? codes : []))), byLot };
};

/** Divisions of the CPV that are of a sector: restaurants and catering, and events. */
const SECTORS: readonly (readonly [RegExp, Sector])[] = [
  [/^55[345]/, "catering"],
  [/^7995[2-6]/, "events"],
];

/** The sector that all codes agree on; none when they do not, or are of no sector of ours. */
export const sectorOf = (codes: readonly string[]): Sector | undefined => {
  const sectors = new Set(codes.map((code) => SECTORS.find(([pattern]) => pattern.test(code))?.[1]));
  const [sector] = sectors;
  return sectors.size === 1 ? sector : undefined;
};
