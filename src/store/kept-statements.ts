import type BetterSqlite3 from "better-sqlite3";

/** So many statements are kept; those not used for longest go first. */
const MOST = 300;
/** Long statements are those of many rows at once, seldom the same twice. */
const LONGEST = 4000;

/**
 * A connection that prepares a statement once and uses it again: preparing takes longer than most of our queries.
 * For callers that run a statement to its end and do not change its modes, as Knex does.
 */
export const keptStatements = (connection: BetterSqlite3.Database): BetterSqlite3.Database => {
  const prepare = connection.prepare.bind(connection);
  const kept = new Map<string, BetterSqlite3.Statement>();
  const keep = (sql: string, statement: BetterSqlite3.Statement): BetterSqlite3.Statement => {
    kept.delete(sql);
    kept.set(sql, statement);
    const [oldest] = kept.keys();
    if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
    return statement;
  };
  const prepareOnce = (sql: string): BetterSqlite3.Statement =>
    sql.length > LONGEST ? prepare(sql) : keep(sql, kept.get(sql) ?? prepare(sql));
  return Object.assign(connection, { prepare: prepareOnce });
};
