import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { DatabaseLocation } from "../../src/store/open-database.ts";
import { postgresServer } from "./postgres-server.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** Both engines: what holds on one holds on the other. */
export const ENGINES: readonly DatabaseLocation["engine"][] = ["sqlite", "postgres"];

/** A new, empty database; `remove` it when it is closed. */
export interface EmptyDatabase {
  readonly location: DatabaseLocation;
  /** Where the key of the database's log would be. */
  readonly logKeyFile: string;
  readonly remove: () => Promise<void>;
}

const emptySqlite = (): EmptyDatabase => {
  const folder = temporaryFolder();
  return {
    location: { engine: "sqlite", file: join(folder.path, "test.sqlite") },
    logKeyFile: join(folder.path, "log-key"),
    remove: async () => {
      folder.remove();
    },
  };
};

const emptyPostgres = async (): Promise<EmptyDatabase> => {
  const server = await postgresServer();
  const folder = temporaryFolder();
  const name = `test_${randomBytes(6).toString("hex")}`;
  await server.execute(`create database ${name}`);
  return {
    location: { engine: "postgres", url: server.url(name) },
    logKeyFile: join(folder.path, "log-key"),
    remove: () => {
      folder.remove();
      return server.execute(`drop database ${name} with (force)`);
    },
  };
};

/** An empty database of an engine, real in both cases. */
export const emptyDatabase = async (engine: DatabaseLocation["engine"]): Promise<EmptyDatabase> =>
  engine === "sqlite" ? emptySqlite() : emptyPostgres();
