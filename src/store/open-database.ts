import { join } from "node:path";
import type { Knex } from "knex";
import { projectRoot } from "../paths.ts";
import { migrationSource } from "./migration-source.ts";
import { postgresReader, postgresWriter } from "./postgres.ts";
import { sqliteReader, sqliteWriter } from "./sqlite.ts";

/** Where the rows are: a SQLite file, or a PostgreSQL server. */
export type DatabaseLocation =
  | { readonly engine: "sqlite"; readonly file: string }
  | { readonly engine: "postgres"; readonly url: string };

/** Connections that write, and others, which cannot, that read. Transactions go through `write`. */
export interface Database {
  readonly engine: DatabaseLocation["engine"];
  readonly write: Knex;
  readonly read: Knex;
  readonly close: () => Promise<void>;
}

const migrations = { migrationSource: migrationSource(join(projectRoot, "migrations")) };

const connect = (location: DatabaseLocation): Pick<Database, "write" | "read"> =>
  location.engine === "sqlite"
    ? { write: sqliteWriter(location.file, migrations), read: sqliteReader(location.file) }
    : { write: postgresWriter(location.url, migrations), read: postgresReader(location.url) };

/** Opens a database for durable writes and read-only reads. Call `migrate` next. */
export const openDatabase = (location: DatabaseLocation): Database => {
  const { write, read } = connect(location);
  const close = async (): Promise<void> => {
    await read.destroy();
    await write.destroy();
  };
  return { engine: location.engine, write, read, close };
};

/** Any number that no other lock of the database uses. */
const MIGRATION_LOCK = 0x0a3142;

/**
 * Brings the schema up to date, all of it or nothing; answers with the migrations that ran. Of several processes
 * that start at once, one migrates and the others wait: in SQLite by its one writer, in PostgreSQL by a lock.
 */
export const migrate = ({ engine, write }: Pick<Database, "engine" | "write">): Promise<readonly string[]> =>
  write.transaction(async (trx) => {
    if (engine === "postgres") {
      await trx.raw("set local lock_timeout = 0");
      await trx.raw("select pg_advisory_xact_lock(?)", [MIGRATION_LOCK]);
    }
    const [, names] = (await trx.migrate.latest()) as [number, readonly string[]];
    return names;
  });
