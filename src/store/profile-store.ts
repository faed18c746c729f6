import type { Actor } from "../domain/actor.ts";
import type { NamedProfile, ProfileStore } from "../usecases/imports/ports.ts";
import type { Database } from "./open-database.ts";
import { recordAct } from "./record-act.ts";

interface ProfileRow {
  readonly name: string;
  readonly body: string;
  readonly changed_at: string;
}

/** Whose profiles an actor works with: those of the buyer; people of no buyer share theirs. */
const ownerOf = ({ buyer }: Actor): string => buyer ?? "";

/** Column mappings that buyers keep, in the database. */
export const profileStore = ({ write, read }: Database, now: () => Date): ProfileStore => ({
  put: async (actor, name, profile) => {
    const at = now();
    const row = {
      buyer_code: ownerOf(actor),
      name,
      body: JSON.stringify(profile),
      changed_at: at.toISOString(),
    };
    await write.transaction(async (trx) => {
      await trx("mapping_profile").insert(row).onConflict(["buyer_code", "name"]).merge();
      await recordAct(trx, actor, { action: "profileKept", object: name }, at);
    });
  },
  find: async (actor, name) => {
    const row: Pick<ProfileRow, "body"> | undefined = await read("mapping_profile")
      .where({ buyer_code: ownerOf(actor), name })
      .first("body");
    return row === undefined ? null : (JSON.parse(row.body) as unknown);
  },
  list: async (actor) => {
    const rows: readonly ProfileRow[] = await read("mapping_profile")
      .where("buyer_code", ownerOf(actor))
      .orderBy("name");
    return rows.map(toProfile);
  },
  remove: async (actor, name) =>
    (await write("mapping_profile")
      .where({ buyer_code: ownerOf(actor), name })
      .delete()) > 0,
});

const toProfile = ({ name, body, changed_at }: ProfileRow): NamedProfile => ({
  name,
  changedAt: changed_at,
  profile: JSON.parse(body) as unknown,
});
