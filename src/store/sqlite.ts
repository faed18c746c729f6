import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import type BetterSqlite3 from "better-sqlite3";
import knexModule, { type Knex } from "knex";
import { DomainError } from "../domain/errors.ts";
import { ImmediateSqlite, KeepingSqlite } from "./sqlite-dialect.ts";
import { quiet } from "./quiet.ts";

const { knex } = knexModule;

type Done = (error: Error | null, connection: BetterSqlite3.Database) => void;

const pragmas =
  (...statements: readonly string[]) =>
  (connection: BetterSqlite3.Database, done: Done): void => {
    for (const statement of statements) connection.pragma(statement);
    done(null, connection);
  };

const COMMON = ["busy_timeout = 5000", "foreign_keys = ON", "trusted_schema = OFF"];

const makeFolder = (folder: string): void => {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    throw new DomainError("STORAGE_UNAVAILABLE", { problem: `its folder ${folder} cannot be made`, code });
  }
};

/** The one connection that writes to a file; creates its folder. @throws DomainError STORAGE_UNAVAILABLE */
export const sqliteWriter = (filename: string, migrations: Knex.MigratorConfig): Knex => {
  makeFolder(dirname(filename));
  return knex({
    client: ImmediateSqlite,
    connection: { filename },
    useNullAsDefault: true,
    // An error must not carry the values of the rows into a log.
    compileSqlOnError: false,
    log: quiet,
    migrations,
    // The driver's default, NORMAL, may lose acknowledged rows when the power is cut.
    pool: { min: 1, max: 1, afterCreate: pragmas("journal_mode = WAL", "synchronous = FULL", ...COMMON) },
  });
};

/** Connections that cannot write. */
export const sqliteReader = (filename: string): Knex =>
  knex({
    client: KeepingSqlite,
    connection: { filename, options: { readonly: true } },
    useNullAsDefault: true,
    // An error must not carry the values of the rows into a log.
    compileSqlOnError: false,
    log: quiet,
    pool: { min: 0, max: 2, afterCreate: pragmas(...COMMON, "query_only = ON") },
  });
