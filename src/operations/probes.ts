import { existsSync, mkdirSync, openSync, closeSync, fsyncSync, rmSync, writeSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Rulebook } from "../domain/rulebook.ts";
import { type Database, type DatabaseLocation, openDatabase } from "../store/open-database.ts";
import type { Diagnosis, Probe } from "./doctor.ts";

type Found = Omit<Diagnosis, "subject">;
const well = (facts: Found["facts"]): Found => ({ state: "well", facts });

/** Below this, a year of documents and reports may not fit. */
const LEAST_SPACE = 1024 ** 3;

export const nodeProbe = (oldest: number): Probe => ({
  subject: "node",
  look: async () => {
    const version = process.versions.node;
    const state = Number(version.split(".")[0]) >= oldest ? "well" : "ill";
    return { state, facts: { version, oldest: String(oldest) } };
  },
});

export const rulebookProbe = (load: () => Rulebook): Probe => ({
  subject: "rulebook",
  look: async () => {
    const { id, version, sha256, checkedOn } = load();
    return well({ id, version, checkedOn, sha256: sha256.slice(0, 16) });
  },
});

/** Writes a file, waits for the disk and takes it away again. */
export const folderProbe = (folder: string): Probe => ({
  subject: "folder",
  look: async () => {
    mkdirSync(folder, { recursive: true });
    const file = join(folder, `.doctor-${process.pid}`);
    const handle = openSync(file, "wx");
    try {
      writeSync(handle, "awlawiya");
      fsyncSync(handle);
    } finally {
      closeSync(handle);
      rmSync(file);
    }
    return well({ folder });
  },
});

export const spaceProbe = (folder: string): Probe => ({
  subject: "space",
  look: async () => {
    const { bavail, bsize } = await statfs(folder);
    const free = bavail * bsize;
    return {
      state: free < LEAST_SPACE ? "doubt" : "well",
      facts: { free: String(Math.floor(free / 1024 ** 2)), folder },
    };
  },
});

const pragma = async ({ write }: Database, name: string): Promise<string> => {
  const [row]: readonly Record<string, unknown>[] = await write.raw(`pragma ${name}`);
  return String(Object.values(row ?? {})[0]);
};

const FULL = "2";

/** Durable as promised, and whole as far as the engine itself can tell. */
const sqliteState = async (database: Database): Promise<Found> => {
  const [mode, sync, check] = [
    await pragma(database, "journal_mode"),
    await pragma(database, "synchronous"),
    await pragma(database, "quick_check"),
  ];
  if (check !== "ok") return { state: "ill", remark: "damaged", facts: { problem: check } };
  return { state: mode === "wal" && sync === FULL ? "well" : "ill", facts: { engine: "SQLite" } };
};

const postgresState = async ({ write }: Database): Promise<Found> => {
  const { rows }: { rows: readonly { server_version: string }[] } = await write.raw("show server_version");
  return well({ engine: `PostgreSQL ${rows[0]?.server_version ?? ""}` });
};

const pending = async ({ write }: Database): Promise<number> => {
  const [, open] = (await write.migrate.list()) as [unknown, readonly unknown[]];
  return open.length;
};

/** Opened without being changed: a file that is not there yet is not made. */
export const databaseProbe = (location: DatabaseLocation): Probe => ({
  subject: "database",
  look: async () => {
    if (location.engine === "sqlite" && !existsSync(location.file))
      return { state: "doubt", remark: "noDatabase", facts: { file: location.file } };
    const database = openDatabase(location);
    try {
      const state = await (location.engine === "sqlite" ? sqliteState(database) : postgresState(database));
      const open = await pending(database);
      if (state.state !== "well" || open === 0) return state;
      return { state: "doubt", remark: "migrationsOpen", facts: { open: String(open) } };
    } finally {
      await database.close();
    }
  },
});

/** Without a public address, reports carry no code to check them by. */
export const addressProbe = (publicUrl: string | null): Probe => ({
  subject: "address",
  look: async () =>
    publicUrl === null ? { state: "doubt", remark: "noAddress", facts: {} } : well({ url: publicUrl }),
});

/** A log without its key cannot go on. */
export const keyProbe = (file: string, hasKey: () => boolean): Probe => ({
  subject: "key",
  look: async () => (hasKey() ? well({ file }) : { state: "doubt", remark: "noKey", facts: { file } }),
});

/** The folder whose space and rights matter: the database's own, else the product's data. */
export const dataFolderOf = (location: DatabaseLocation, otherwise: string): string =>
  location.engine === "sqlite" ? dirname(location.file) : otherwise;
