import type { Knex } from "knex";
import type { Alternative, Query } from "../../domain/search/query.ts";
import type { Database } from "../open-database.ts";

// The database's own text search: SQLite's FTS5, PostgreSQL's GIN. Tokens are letters and figures alone, they
// are quoted all the same, and the expression is bound.

export interface Engine {
  /** The expression of the query, all groups or some. */
  readonly expression: (query: Query, isRelaxed: boolean) => string;
  /** The calls that match an expression, joined under the name of `call`. */
  readonly matching: (read: Knex, expression: string) => Knex.QueryBuilder;
  /** Smallest first. */
  readonly rank: (read: Knex, expression: string) => Knex.Raw;
}

const joined = (
  { groups, without }: Query,
  isRelaxed: boolean,
  words: { or: string; and: string; not: string; quote: (token: string) => string },
): string => {
  const group = (alternatives: readonly Alternative[]): string =>
    `(${alternatives.map(({ token }) => words.quote(token)).join(words.or)})`;
  const wanted = `(${groups.map(group).join(isRelaxed ? words.or : words.and)})`;
  return [wanted, ...without.map(words.quote)].join(words.not);
};

const SQLITE: Engine = {
  expression: (query, isRelaxed) =>
    joined(query, isRelaxed, {
      or: " OR ",
      and: " AND ",
      not: " NOT ",
      quote: (token) => `"${token.replaceAll('"', '""')}"`,
    }),
  matching: (read, expression) =>
    read("call_text")
      .join("call", "call.number", "call_text.rowid")
      .whereRaw("call_text match ?", [expression]),
  rank: (read) => read.raw("round(bm25(call_text, 3.0, 1.0), 4)"),
};

const POSTGRES: Engine = {
  expression: (query, isRelaxed) =>
    joined(query, isRelaxed, {
      or: " | ",
      and: " & ",
      not: " & !",
      quote: (token) => `'${token.replaceAll(/['\\]/g, "")}'`,
    }),
  matching: (read, expression) => read("call").whereRaw("tokens @@ to_tsquery('simple', ?)", [expression]),
  rank: (read, expression) =>
    read.raw(
      "round((-ts_rank('{0.1, 0.1, 0.33, 1}', tokens, to_tsquery('simple', ?), 1))::numeric, 6)::float8",
      [expression],
    ),
};

/** By the engine's name. */
export const TEXT_ENGINES: Readonly<Record<Database["engine"], Engine>> = {
  sqlite: SQLITE,
  postgres: POSTGRES,
};
