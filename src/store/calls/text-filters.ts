import type { Knex } from "knex";
import { codeOf, type Facet, FACETS, type Filter, type Found } from "../../domain/search/call.ts";

/** Hard filters: what no facet widens. Unknown amounts stay, to be counted apart. */
export const applyHard = (query: Knex.QueryBuilder, filter: Filter, openAt: number | null): void => {
  query.where("is_public", 1);
  if (openAt !== null) query.where("closes_at", ">", openAt);
  if (filter.deadlineFrom !== null) query.where("deadline_day", ">=", filter.deadlineFrom);
  if (filter.deadlineTo !== null) query.where("deadline_day", "<=", filter.deadlineTo);
  if (filter.communes.length > 0) whereIn(query, "commune", filter.communes);
  const { amountMin, amountMax, lotMax, near, within } = filter;
  const orUnknown = (column: string, operator: string, value: number | null): void => {
    if (value !== null)
      query.where((either) => void either.whereNull(column).orWhere(column, operator, value));
  };
  orUnknown("estimate", ">=", amountMin);
  orUnknown("estimate", "<=", amountMax);
  orUnknown("smallest_lot", "<=", lotMax);
  if (near !== null && within !== null)
    query.where((any) => {
      for (const level of ["commune", "province", "region"] as const) {
        any.orWhere(level, near[level] ?? "");
        if (level === within) break;
      }
    });
};

const whereIn = (
  query: Knex.QueryBuilder,
  column: string,
  values: readonly (string | boolean | null)[],
): Knex.QueryBuilder =>
  query.where((either) => {
    const known = values.filter((value) => value !== null);
    void either.whereIn(
      column,
      known.map((value) => (typeof value === "boolean" ? Number(value) : value)),
    );
    if (values.includes(null)) void either.orWhereNull(column);
  });

const SELECTED: Readonly<Record<Facet, (filter: Filter) => readonly (string | boolean | null)[]>> = {
  sector: ({ sectors }) => sectors,
  region: ({ regions }) => regions,
  province: ({ provinces }) => provinces,
  procedure: ({ procedures }) => procedures,
  reserved: ({ reserved }) => reserved,
};

/** The selections of the facets, and amounts that are known where one is asked. */
export const applyFacets = (query: Knex.QueryBuilder, filter: Filter): void => {
  for (const facet of FACETS)
    if (SELECTED[facet](filter).length > 0) whereIn(query, facet, SELECTED[facet](filter));
  if (filter.amountMin !== null || filter.amountMax !== null) query.whereNotNull("estimate");
  if (filter.lotMax !== null) query.whereNotNull("smallest_lot");
};

/** A group of calls: one value a facet. */
export interface CubeRow extends Readonly<Record<Facet, string | number | null>> {
  readonly amount_unknown: number;
  readonly n: number;
}

const codeIn = (row: CubeRow, facet: Facet): string => {
  const value = row[facet];
  return facet === "reserved" && value !== null ? codeOf(value === 1) : codeOf(value as string | null);
};

/** Totals and facet counts out of one grouping: a facet is counted as if its own selection were not made. */
export const countIn = (rows: readonly CubeRow[], filter: Filter): Omit<Found, "hits" | "relaxed"> => {
  const counts = Object.fromEntries(FACETS.map((facet) => [facet, {}])) as Record<
    Facet,
    Record<string, number>
  >;
  const wanted = FACETS.map((facet) => new Set(SELECTED[facet](filter).map(codeOf)));
  let total = 0;
  let amountUnknown = 0;
  for (const row of rows) {
    const failed = FACETS.filter((facet, at) => {
      const set = wanted[at];
      return set !== undefined && set.size > 0 && !set.has(codeIn(row, facet));
    });
    if (row.amount_unknown === 1) {
      if (failed.length === 0) amountUnknown += row.n;
      continue;
    }
    if (failed.length === 0) total += row.n;
    for (const facet of failed.length === 0 ? FACETS : failed.length === 1 ? failed : []) {
      const code = codeIn(row, facet);
      counts[facet][code] = (counts[facet][code] ?? 0) + row.n;
    }
  }
  return { total, facets: counts, amountUnknown };
};

const isAmountAsked = ({ amountMin, amountMax }: Filter): boolean => amountMin !== null || amountMax !== null;

/** Is an amount that is asked unknown? */
export const unknownAmount = (read: Knex, filter: Filter): Knex.Raw => {
  const tests = [
    ...(isAmountAsked(filter) ? ["estimate is null"] : []),
    ...(filter.lotMax === null ? [] : ["smallest_lot is null"]),
  ];
  return read.raw(
    `${tests.length === 0 ? "0" : `case when ${tests.join(" or ")} then 1 else 0 end`} as amount_unknown`,
  );
};

/** Administrative steps from the place that is asked. */
export const distanceOf = (read: Knex, { near }: Filter): Knex.Raw =>
  near === null
    ? read.raw("null")
    : read.raw(
        "case when region is null then null when commune = ? then 0 when province = ? then 1 when region = ? then 2 else 3 end",
        [near.commune ?? "", near.province ?? "", near.region ?? ""],
      );
