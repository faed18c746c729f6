import type { Knex } from "knex";
import type { Actor } from "../../domain/actor.ts";
import type { ProfileStore, StoredProfile } from "../../usecases/cooperatives/ports.ts";
import type { Document } from "../../usecases/ports.ts";
import type { Database } from "../open-database.ts";
import { recordAct } from "../record-act.ts";

interface ProfileRow {
  readonly id: string;
  readonly version: number;
  readonly document: string;
  readonly created_at: string;
  readonly changed_at: string;
}

const COLUMNS: readonly (keyof ProfileRow)[] = ["id", "version", "document", "created_at", "changed_at"];

const noteChange = async (trx: Knex): Promise<void> => {
  await trx("cooperative_change").increment("last", 1);
};

const insert = async (trx: Knex, id: string, document: Document, at: string): Promise<boolean> => {
  const row = { id, version: 1, document: JSON.stringify(document), created_at: at, changed_at: at };
  const inserted: { id: string }[] = await trx("cooperative")
    .insert(row)
    .onConflict("id")
    .ignore()
    .returning("id");
  return inserted.length === 1;
};

const update = async (
  trx: Knex,
  id: string,
  version: number,
  document: Document,
  at: string,
): Promise<boolean> => {
  const change = { version: version + 1, document: JSON.stringify(document), changed_at: at };
  const changed: number = await trx("cooperative").where({ id, version }).update(change);
  return changed === 1;
};

const put = async (
  { write, read }: Database,
  now: () => Date,
  actor: Actor,
  id: string,
  version: number | null,
  document: Document,
): Promise<StoredProfile | null> => {
  const at = now();
  const isDone = await write.transaction(async (trx) => {
    const done =
      version === null
        ? await insert(trx, id, document, at.toISOString())
        : await update(trx, id, version, document, at.toISOString());
    if (!done) return false;
    await noteChange(trx);
    await recordAct(
      trx,
      actor,
      { action: version === null ? "profileStored" : "profileChanged", object: id },
      at,
    );
    return true;
  });
  return isDone ? find(read, id) : null;
};

const find = async (read: Knex, id: string): Promise<StoredProfile | null> => {
  const row: ProfileRow | undefined = await read("cooperative").where({ id }).first(COLUMNS);
  return row === undefined ? null : toProfile(row);
};

/** What hangs on the profile goes with it: the database sees to that. */
const erase = async ({ write }: Database, now: () => Date, actor: Actor, id: string): Promise<boolean> =>
  write.transaction(async (trx) => {
    const erased: number = await trx("cooperative").where({ id }).delete();
    if (erased === 0) return false;
    await noteChange(trx);
    await recordAct(trx, actor, { action: "profileErased", object: id }, now());
    return true;
  });

/** The profiles; what a promise answers is on disk. */
export const profileStore = (database: Database, now: () => Date): ProfileStore => ({
  find: (id) => find(database.read, id),
  put: (actor, id, version, document) => put(database, now, actor, id, version, document),
  erase: (actor, id) => erase(database, now, actor, id),
  all: async () => {
    const rows: readonly ProfileRow[] = await database.read("cooperative").orderBy("id").select(COLUMNS);
    return rows.map(toProfile);
  },
  versions: async () => {
    const rows: readonly Pick<ProfileRow, "id" | "version">[] = await database
      .read("cooperative")
      .orderBy("id")
      .select("id", "version");
    return rows;
  },
  some: async (ids) => {
    const rows: readonly ProfileRow[] = await database
      .read("cooperative")
      .whereIn("id", [...ids])
      .select(COLUMNS);
    return rows.map(toProfile);
  },
  lastChange: async () => {
    const row: { last: number } | undefined = await database.read("cooperative_change").first("last");
    return row?.last ?? 0;
  },
});

const toProfile = (row: ProfileRow): StoredProfile => ({
  id: row.id,
  version: row.version,
  document: JSON.parse(row.document) as Document,
  createdAt: row.created_at,
  changedAt: row.changed_at,
});
