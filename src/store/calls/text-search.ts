import type { Knex } from "knex";
import { FACETS, type Found, type Hit, NO_FILTER, type Search } from "../../domain/search/call.ts";
import type { Query } from "../../domain/search/query.ts";
import type { Database } from "../open-database.ts";
import { type Engine, TEXT_ENGINES } from "./text-engines.ts";
import { applyFacets, applyHard, countIn, type CubeRow, distanceOf, unknownAmount } from "./text-filters.ts";

const LATEST = Number.MAX_SAFE_INTEGER;
const DAY_NUMBER = {
  sqlite: "-(julianday(published_on) - 2440587.5)",
  postgres: "-(published_on::date - date '1970-01-01')",
};

/** What a sort orders by, smallest first; the same numbers as the index in memory gives. */
const keyOf = (database: Database, engine: Engine, search: Search, expression: string | null): Knex.Raw => {
  const { read } = database;
  if (search.sort === "deadline") return read.raw(`coalesce(closes_at, ${LATEST})`);
  if (search.sort === "amount") return read.raw(`coalesce(estimate, ${LATEST})`);
  if (search.sort === "newest") return read.raw(`coalesce(${DAY_NUMBER[database.engine]}, 0)`);
  if (search.sort === "distance")
    return read.raw(`coalesce(?, ${LATEST})`, [distanceOf(read, search.filter)]);
  return expression === null ? read.raw("0") : engine.rank(read, expression);
};

/** The text search of a database's own engine, over all that was ever published. */
export const textSearch = (database: Database) => {
  const { read } = database;
  const engine = TEXT_ENGINES[database.engine];
  const from = (search: Search, expression: string | null, nowMs: number): Knex.QueryBuilder => {
    const query = expression === null ? read("call") : engine.matching(read, expression);
    applyHard(query, search.filter, search.scope === "open" ? nowMs : null);
    return query;
  };
  const count = async (search: Search, expression: string | null, nowMs: number) => {
    const rows: readonly CubeRow[] = await from(search, expression, nowMs)
      .select(FACETS.map((facet) => `call.${facet}`))
      .select(unknownAmount(read, search.filter))
      .count({ n: "*" })
      .groupBy([...FACETS.map((facet) => `call.${facet}`), "amount_unknown"]);
    return countIn(rows, search.filter);
  };
  const page = async (search: Search, expression: string | null, nowMs: number): Promise<readonly Hit[]> => {
    const inner = from(search, expression, nowMs);
    applyFacets(inner, search.filter);
    const keyed = inner.select("call.number", {
      key: keyOf(database, engine, search, expression),
      distance: distanceOf(read, search.filter),
    });
    const { after } = search;
    const outer = read
      .from(keyed.as("found"))
      .orderBy([{ column: "key" }, { column: "number", order: "desc" }]);
    if (after !== null)
      outer.where((next) => {
        void next.where("key", ">", after.key);
        void next.orWhere((tie) => void tie.where("key", after.key).andWhere("number", "<", after.number));
      });
    return await outer.limit(search.limit).select("number", "key", "distance");
  };
  const run = async (search: Search, expression: string | null, nowMs: number) => ({
    ...(await count(search, expression, nowMs)),
    hits: await page(search, expression, nowMs),
  });
  const nothing: Found = { ...countIn([], NO_FILTER), hits: [], relaxed: false };
  return {
    /** `nowMs`: calls that close before are not open. */
    find: async (search: Search, query: Query, nowMs: number): Promise<Found> => {
      if (query.groups.length === 0)
        return query.isEmpty ? { ...(await run(search, null, nowMs)), relaxed: false } : nothing;
      const all = await run(search, engine.expression(query, false), nowMs);
      if (all.total > 0 || query.groups.length < 2) return { ...all, relaxed: false };
      const some = await run(search, engine.expression(query, true), nowMs);
      return some.total === 0 ? { ...all, relaxed: false } : { ...some, relaxed: true };
    },
  };
};
