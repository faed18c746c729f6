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

export interface Kept {
  readonly doc: number;
  readonly distance: number;
}

export interface Passed {
  readonly total: number;
  readonly facets: FacetCounts;
  readonly amountUnknown: number;
}

const emptyCounts = (size: number): Readonly<Record<Facet, Uint32Array>> =>
  Object.fromEntries(FACETS.map((facet) => [facet, new Uint32Array(size)])) as Readonly<
    Record<Facet, Uint32Array>
  >;

const named = (counts: Readonly<Record<Facet, Uint32Array>>, codes: Codes): FacetCounts =>
  Object.fromEntries(
    FACETS.map((facet) => {
      const entries: [string, number][] = [];
      for (const [number, count] of counts[facet].entries())
        if (count > 0) entries.push([codes.codeOf(number), count]);
      return [facet, Object.fromEntries(entries)];
    }),
  ) as unknown as FacetCounts;

/**
 * One pass over the documents: those that pass everything are kept and counted in every facet; one that fails a
 * single facet is counted in that facet only, so that a choice can be widened.
 * @param openAt milliseconds since 1970 at which the call must still take offers; null = any call
 */
export const filterPass = (
  columns: Columns,
  codes: Codes,
  docs: Iterable<number>,
  filter: Filter,
  openAt: number | null,
  keep: (doc: number, distance: number) => void,
): Passed => {
  const unknown = codes.numberOf("unknown");
  const place = placeOf(filter, codes);
  const communes = selectionOf(filter.communes, codes);
  const selections = FACETS.map((facet) => ({
    facet,
    column: columns.codes[facet],
    selection: selectionOf(SELECTED[facet](filter), codes),
  }));
  const [from, to] = [filter.deadlineFrom, filter.deadlineTo].map((day) =>
    day === null ? null : dayNumber(day),
  );
  const farthest = filter.within === null ? ELSEWHERE : STEPS.indexOf(filter.within);
  const counts = emptyCounts(codes.size());
  let total = 0;
  let amountUnknown = 0;
  for (const doc of docs) {
    if (columns.isAlive[doc] === 0) continue;
    if (openAt !== null && !((columns.closesAt[doc] ?? NaN) > openAt)) continue;
    if (communes !== null && communes[columns.codes.commune[doc] ?? 0] !== 1) continue;
    if (isBetween(columns.deadlineDay[doc] ?? NaN, from ?? null, to ?? null) !== true) continue;
    const distance = place === null ? NaN : stepsFrom(place, columns, doc, unknown);
    if (filter.within !== null && place !== null && !(distance <= farthest)) continue;
    const amount = isBetween(columns.amount[doc] ?? NaN, filter.amountMin, filter.amountMax);
    const lot = isBetween(columns.lot[doc] ?? NaN, null, filter.lotMax);
    if (amount === false || lot === false) continue;
    let failed: Facet | null = null;
    let fails = 0;
    for (const { facet, column, selection } of selections)
      if (selection !== null && selection[column[doc] ?? 0] !== 1) {
        failed = facet;
        fails += 1;
      }
    if (amount === null || lot === null) {
      if (fails === 0) amountUnknown += 1;
      continue;
    }
    if (fails === 0) {
      total += 1;
      keep(doc, distance);
      for (const { facet, column } of selections) {
        const code = column[doc] ?? 0;
        counts[facet][code] = (counts[facet][code] ?? 0) + 1;
      }
    } else if (fails === 1 && failed !== null) {
      const code = columns.codes[failed][doc] ?? 0;
      counts[failed][code] = (counts[failed][code] ?? 0) + 1;
    }
  }
  return { total, facets: named(counts, codes), amountUnknown };
};
