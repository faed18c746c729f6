import knexModule, { type Knex } from "knex";
import { type Client, types } from "pg";
import { quiet } from "./quiet.ts";

const { knex } = knexModule;

/** Our integers are below 2^53, and their columns' checks say so; a larger one is not ours. */
const toNumber = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`an integer beyond 2^53: ${text}`);
  return value;
};

types.setTypeParser(types.builtins.INT8, toNumber);

type Done = (error: Error | null, connection: Client) => void;

const settings =
  (...statements: readonly string[]) =>
  (connection: Client, done: Done): void => {
    connection.query(statements.join(";"), (error: Error | null) => {
      done(error, connection);
    });
  };

// `synchronous_commit` may have been relaxed for the whole server: what we acknowledge is on disk.
const COMMON = ["set synchronous_commit = on", "set lock_timeout = '5s'", "set timezone = 'UTC'"];

/** Connections that write. */
export const postgresWriter = (url: string, migrations: Knex.MigratorConfig): Knex =>
  knex({
    client: "pg",
    connection: url,
    // An error must not carry the values of the rows into a log.
    compileSqlOnError: false,
    log: quiet,
    migrations,
    pool: { min: 0, max: 4, afterCreate: settings(...COMMON) },
  });

/** Connections that cannot write. */
export const postgresReader = (url: string): Knex =>
  knex({
    client: "pg",
    connection: url,
    // An error must not carry the values of the rows into a log.
    compileSqlOnError: false,
    log: quiet,
    pool: { min: 0, max: 4, afterCreate: settings(...COMMON, "set default_transaction_read_only = on") },
  });
