import { existsSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { copyFile, open } from "node:fs/promises";
import { dirname, join } from "node:path";
import { DomainError } from "../domain/errors.ts";
import { type CopiedTable, copyDatabase } from "../store/copy/copy-database.ts";
import { type Database, type DatabaseLocation, migrate, openDatabase } from "../store/open-database.ts";

/** Hears of each table that was copied. */
export type Progress = (copied: CopiedTable) => void;

const withBoth = async <T>(
  from: DatabaseLocation,
  to: DatabaseLocation,
  work: (source: Database, target: Database) => Promise<T>,
): Promise<T> => {
  const [source, target] = [openDatabase(from), openDatabase(to)];
  try {
    return await work(source, target);
  } finally {
    await target.close();
    await source.close();
  }
};

/** A SQLite file that is not there would be made, and found empty. */
const demandFile = (location: DatabaseLocation): void => {
  if (location.engine === "sqlite" && !existsSync(location.file))
    throw new DomainError("BACKUP_UNUSABLE", { file: location.file, problem: "there is no such file" });
};

/** Copies a database into an empty one of either engine; the source is brought to the newest schema first. */
export const moveDatabase = async (
  from: DatabaseLocation,
  to: DatabaseLocation,
  progress: Progress,
): Promise<readonly CopiedTable[]> => {
  demandFile(from);
  return await withBoth(from, to, async (source, target) => {
    await migrate(source);
    await migrate(target);
    return await copyDatabase(source, target, progress);
  });
};

const sync = async (path: string): Promise<void> => {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** One file, whole: what stood in the log ahead of it is written into it. */
const closeInto = async (location: DatabaseLocation): Promise<void> => {
  const database = openDatabase(location);
  await database.write.raw("pragma journal_mode = DELETE");
  await database.close();
};

/**
 * Copies the database, while it is in use, into one SQLite file that can be kept and restored; the file appears
 * under its name only when it is whole, compared and on disk.
 * @throws DomainError BACKUP_UNUSABLE when something stands there already
 */
export const backupDatabase = async (
  from: DatabaseLocation,
  file: string,
  progress: Progress,
): Promise<readonly CopiedTable[]> => {
  if (existsSync(file))
    throw new DomainError("BACKUP_UNUSABLE", { file, problem: "there is already a file of that name" });
  demandFile(from);
  const folder = mkdtempSync(join(dirname(file), ".awlawiya-backup-"));
  const draft: DatabaseLocation = { engine: "sqlite", file: join(folder, "backup.sqlite") };
  try {
    const copied = await moveDatabase(from, draft, progress);
    await closeInto(draft);
    await sync(draft.file);
    renameSync(draft.file, file);
    await sync(dirname(file));
    return copied;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Restores a backup, of this or an older schema, into an empty database; the backup itself is not touched. */
export const restoreDatabase = async (
  file: string,
  to: DatabaseLocation,
  progress: Progress,
): Promise<readonly CopiedTable[]> => {
  demandFile({ engine: "sqlite", file });
  const folder = mkdtempSync(join(dirname(file), ".awlawiya-restore-"));
  const copy = join(folder, "copy.sqlite");
  try {
    await copyFile(file, copy);
    return await moveDatabase({ engine: "sqlite", file: copy }, to, progress);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
