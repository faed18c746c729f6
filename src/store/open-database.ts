import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type BetterSqlite3 from "better-sqlite3";
import knexModule, { type Knex } from "knex";
import { projectRoot } from "../paths.ts";
import { ImmediateSqlite } from "./immediate-sqlite.ts";
import { migrationSource } from "./migration-source.ts";

const { knex } = knexModule;

/** One connection writes; others, which cannot, read. */
export interface Database {
  readonly write: Knex;
  readonly read: Knex;
  readonly close: () => Promise<void>;
}

type Done = (error: Error | null, connection: BetterSqlite3.Database) => void;

const pragmas =
  (...statements: readonly string[]) =>
  (connection: BetterSqlite3.Database, done: Done): void => {
    for (const statement of statements) connection.pragma(statement);
    done(null, connection);
  };

const COMMON = ["busy_timeout = 5000", "foreign_keys = ON", "trusted_schema = OFF"];

const writer = (filename: string): Knex =>
  knex({
    client: ImmediateSqlite,
    connection: { filename },
    useNullAsDefault: true,
    migrations: { migrationSource: migrationSource(join(projectRoot, "migrations")) },
    // The driver's default, NORMAL, may lose acknowledged rows when the power is cut.
    pool: { min: 1, max: 1, afterCreate: pragmas("journal_mode = WAL", "synchronous = FULL", ...COMMON) },
  });

const reader = (filename: string): Knex =>
  knex({
    client: "better-sqlite3",
    connection: { filename, options: { readonly: true } },
    useNullAsDefault: true,
    pool: { min: 0, max: 2, afterCreate: pragmas(...COMMON, "query_only = ON") },
  });

/** Opens a SQLite file for durable writes and read-only reads; creates its folder. Call `migrate` next. */
export const openDatabase = (filename: string): Database => {
  mkdirSync(dirname(filename), { recursive: true });
  const write = writer(filename);
  const read = reader(filename);
  const close = async (): Promise<void> => {
    await read.destroy();
    await write.destroy();
  };
  return { write, read, close };
};

/** Brings the schema up to date; answers with the migrations that ran. */
export const migrate = async ({ write }: Database): Promise<readonly string[]> => {
  const [, names] = (await write.migrate.latest()) as [number, readonly string[]];
  return names;
};
