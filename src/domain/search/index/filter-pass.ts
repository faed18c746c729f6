import { codeOf, type Facet, FACETS, type FacetCounts, type Filter } from "../call.ts";
import { type CodeColumn, type Codes, type Columns, dayNumber } from "./columns.ts";

/** Which codes pass a selection; null = all. */
type Selection = Uint8Array | null;

const selectionOf = (values: readonly (string | boolean | null)[], codes: Codes): Selection => {
  if (values.length === 0) return null;
  const numbers = values.map((value) => codes.numberOf(codeOf(value)));
  const selection = new Uint8Array(codes.size());
  for (const number of numbers) selection[number] = 1;
  return selection;
};

const SELECTED: Readonly<Record<Facet, (filter: Filter) => readonly (string | boolean | null)[]>> = {
  sector: ({ sectors }) => sectors,
  region: ({ regions }) => regions,
  province: ({ provinces }) => provinces,
  procedure: ({ procedures }) => procedures,
  reserved: ({ reserved }) => reserved,
};

/** Unknown when the row has no number (NaN): neither in nor out. */
const isBetween = (value: number, low: number | null, high: number | null): boolean | null => {
  if (low === null && high === null) return true;
  if (Number.isNaN(value)) return null;
  return (low === null || value >= low) && (high === null || value <= high);
};

/** The codes of a place as numbers; -1 where it has none. */
interface PlaceNumbers {
  readonly commune: number;
  readonly province: number;
  readonly region: number;
}

const STEPS: readonly (keyof PlaceNumbers)[] = ["commune", "province", "region"];
const ELSEWHERE = 3;

const placeOf = ({ near }: Filter, codes: Codes): PlaceNumbers | null => {
  if (near === null) return null;
  const numberOf = (code: string | null): number => (code === null ? -1 : codes.numberOf(code));
  return {
    commune: numberOf(near.commune),
    province: numberOf(near.province),
    region: numberOf(near.region),
  };
};

/** Administrative steps from a place; NaN when the call's place is not known. */
const stepsFrom = (place: PlaceNumbers, columns: Columns, doc: number, unknown: number): number => {
  if (columns.codes.region[doc] === unknown) return NaN;
  const step = STEPS.findIndex((level) => columns.codes[level as CodeColumn][doc] === place[level]);
  return step < 0 ? ELSEWHERE : step;
};

export interface Passed {
  readonly total: number;
  readonly facets: FacetCounts;
  readonly amountUnknown: number;
}

const named = (counts: readonly Uint32Array[], codes: Codes): FacetCounts =>
  Object.fromEntries(
    FACETS.map((facet, at) => {
      const entries: [string, number][] = [];
      for (const [number, count] of (counts[at] ?? new Uint32Array()).entries())
        if (count > 0) entries.push([codes.codeOf(number), count]);
      return [facet, Object.fromEntries(entries)];
    }),
  ) as unknown as FacetCounts;

/** What every document must pass before the facets are asked; NaN for a distance that is not known. */
const hardFilter = (columns: Columns, codes: Codes, filter: Filter, openAt: number | null) => {
  const unknown = codes.numberOf("unknown");
  const place = placeOf(filter, codes);
  const communes = selectionOf(filter.communes, codes);
  const from = filter.deadlineFrom === null ? -Infinity : dayNumber(filter.deadlineFrom);
  const to = filter.deadlineTo === null ? Infinity : dayNumber(filter.deadlineTo);
  const isDayAsked = filter.deadlineFrom !== null || filter.deadlineTo !== null;
  const farthest = filter.within === null || place === null ? null : STEPS.indexOf(filter.within);
  const distanceOf = (doc: number): number =>
    place === null ? NaN : stepsFrom(place, columns, doc, unknown);
  const passes = (doc: number, distance: number): boolean => {
    if (columns.isAlive[doc] === 0) return false;
    if (openAt !== null && !((columns.closesAt[doc] ?? NaN) > openAt)) return false;
    if (communes !== null && communes[columns.codes.commune[doc] ?? 0] !== 1) return false;
    const day = columns.deadlineDay[doc] ?? NaN;
    if (isDayAsked && !(day >= from && day <= to)) return false;
    return farthest === null || distance <= farthest;
  };
  return { passes, distanceOf };
};

/** Is the amount asked, and the lot, within what is asked? null when one of them is not printed. */
const amountFilter = (columns: Columns, { amountMin, amountMax, lotMax }: Filter) => {
  if (amountMin === null && amountMax === null && lotMax === null) return (): boolean | null => true;
  return (doc: number): boolean | null => {
    const amount = isBetween(columns.amount[doc] ?? NaN, amountMin, amountMax);
    const lot = isBetween(columns.lot[doc] ?? NaN, null, lotMax);
    if (amount === false || lot === false) return false;
    return amount === null || lot === null ? null : true;
  };
};

const NONE = -1;
const SEVERAL = -2;

/** The one facet whose selection a document fails: its place in FACETS, NONE or SEVERAL. */
const facetFilter = (facetColumns: readonly Uint16Array[], selections: readonly Selection[]) => {
  const asked = [...selections.keys()].filter((at) => selections[at] !== null);
  return (doc: number): number => {
    let failed = NONE;
    for (const at of asked) {
      if (selections[at]?.[facetColumns[at]?.[doc] ?? 0] === 1) continue;
      if (failed !== NONE) return SEVERAL;
      failed = at;
    }
    return failed;
  };
};

const countOne = (counts: Uint32Array | undefined, column: Uint16Array | undefined, doc: number): void => {
  if (counts === undefined || column === undefined) return;
  const code = column[doc] ?? 0;
  counts[code] = (counts[code] ?? 0) + 1;
};

/**
 * One pass over the documents: those that pass everything are kept and counted in every facet; one that fails a
 * single facet is counted in that facet only, so that a choice can be widened.
 * @param openAt milliseconds since 1970 at which the call must still take offers; null = any call
 */
export const filterPass = (
  columns: Columns,
  codes: Codes,
  docs: readonly number[] | Uint32Array,
  filter: Filter,
  openAt: number | null,
  keep: (doc: number, distance: number) => void,
): Passed => {
  const hard = hardFilter(columns, codes, filter, openAt);
  const amountOf = amountFilter(columns, filter);
  const selections = FACETS.map((facet) => selectionOf(SELECTED[facet](filter), codes));
  const facetColumns = FACETS.map((facet) => columns.codes[facet]);
  const failedFacet = facetFilter(facetColumns, selections);
  const counts = FACETS.map(() => new Uint32Array(codes.size()));
  const passed = new Uint32Array(docs.length);
  let total = 0;
  let amountUnknown = 0;
  for (let at = 0; at < docs.length; at += 1) {
    const doc = docs[at] ?? 0;
    const distance = hard.distanceOf(doc);
    if (!hard.passes(doc, distance)) continue;
    const amount = amountOf(doc);
    if (amount === false) continue;
    const failed = failedFacet(doc);
    if (amount === null) {
      if (failed === NONE) amountUnknown += 1;
    } else if (failed === NONE) {
      passed[total] = doc;
      total += 1;
      keep(doc, distance);
    } else if (failed !== SEVERAL) countOne(counts[failed], facetColumns[failed], doc);
  }
  // One facet after the other: the loop stays on two columns.
  for (const [facet, column] of facetColumns.entries())
    for (let at = 0; at < total; at += 1) countOne(counts[facet], column, passed[at] ?? 0);
  return { total, facets: named(counts, codes), amountUnknown };
};
