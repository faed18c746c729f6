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

/** Brings the schema up to date; answers with the migrations that ran. */
export const migrate = async ({ write }: Database): Promise<readonly string[]> => {
  const [, names] = (await write.migrate.latest()) as [number, readonly string[]];
  return names;
};
