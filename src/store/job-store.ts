import type { Knex } from "knex";
import type { Actor } from "../domain/actor.ts";
import {
  type Job,
  type JobStore,
  type NewJob,
  type StoredProblem,
  UPLOAD_PART,
} from "../usecases/imports/ports.ts";
import { claimJob, FREE, LEASE } from "./job-claim.ts";
import { commitChunk, Lost } from "./job-commit.ts";
import { type JobRow, toJob } from "./job-row.ts";
import { newId } from "./new-id.ts";
import type { Database } from "./open-database.ts";
import { recordAct } from "./record-act.ts";
import { within } from "./within.ts";

/** Milliseconds after which an upload that did not end is forgotten. */
const UPLOAD_TIME = 3_600_000;
const rowOf = (id: string, { format, name, profile, buyer }: NewJob, actor: Actor, at: number) => ({
  id,
  state: "uploading",
  format,
  name,
  profile: profile === null ? null : JSON.stringify(profile),
  buyer_code: buyer,
  account_id: actor.accountId,
  bytes: 0,
  bytes_read: 0,
  items: 0,
  stored: 0,
  replaced: 0,
  unchanged: 0,
  refused: 0,
  attempts: 0,
  tries: 0,
  lease_until: null,
  created_at: at,
  changed_at: at,
  problem: null,
});

/** Uploads that were cut off lie there for nothing. */
const forgetUploads = async (trx: Knex, now: number): Promise<void> => {
  const old = trx("job")
    .where("state", "uploading")
    .where("created_at", "<", now - UPLOAD_TIME)
    .select("id");
  await trx("job_upload").whereIn("job_id", old).delete();
  await trx("job")
    .where("state", "uploading")
    .where("created_at", "<", now - UPLOAD_TIME)
    .delete();
};

const create = async ({ write }: Database, now: () => Date, actor: Actor, job: NewJob): Promise<Job> => {
  const at = now();
  const row = rowOf(newId(at.getTime()), job, actor, at.getTime());
  await write.transaction(async (trx) => {
    await forgetUploads(trx, at.getTime());
    await trx("job").insert(row);
    await recordAct(trx, actor, { action: "importStarted", object: row.id, buyer: job.buyer }, at);
  });
  return toJob(row as JobRow);
};

/** Changes the state of a job that the actor reaches, when it is in one of the given states. */
const change = async (
  { write }: Database,
  now: Date,
  actor: Actor,
  id: string,
  from: readonly string[],
  to: { readonly state: string; readonly action: string },
): Promise<Job | null> =>
  write.transaction(async (trx) => {
    const found = (await within(trx("job"), actor, "buyer_code").where("id", id).first()) as
      | JobRow
      | undefined;
    if (found === undefined) return null;
    if (!from.includes(found.state)) return toJob(found);
    await recordAct(trx, actor, { action: to.action, object: id, buyer: found.buyer_code }, now);
    const [row]: readonly JobRow[] = await trx("job")
      .where("id", id)
      .update({ state: to.state, tries: 0, problem: null, lease_until: null, changed_at: now.getTime() })
      .returning("*");
    return row === undefined ? null : toJob(row);
  });

const uploadSlice = async (
  { read }: Database,
  id: string,
  offset: number,
  length: number,
): Promise<Uint8Array> => {
  const first = Math.floor(offset / UPLOAD_PART);
  const last = Math.floor((offset + length - 1) / UPLOAD_PART);
  const rows: readonly { readonly content: Uint8Array }[] = await read("job_upload")
    .where("job_id", id)
    .whereBetween("number", [first, last])
    .orderBy("number")
    .select("content");
  const start = offset - first * UPLOAD_PART;
  return Buffer.concat(rows.map(({ content }) => content)).subarray(start, start + length);
};

const toProblem = (row: { item: number; place: string; problem: string }): StoredProblem => ({
  item: row.item,
  at: row.place,
  problem: JSON.parse(row.problem) as StoredProblem["problem"],
});

/** Imports as jobs, in the database: what a promise answers is on disk. */
export const jobStore = (database: Database, now: () => Date): JobStore => {
  const { write, read } = database;
  return {
    create: (actor, job) => create(database, now, actor, job),
    addUpload: async (id, number, content) => {
      await write.transaction(async (trx) => {
        await trx("job_upload").insert({ job_id: id, number, content: Buffer.from(content) });
      });
    },
    open: async (id, bytes) => {
      const [row]: readonly JobRow[] = await write.transaction((trx) =>
        trx("job")
          .where({ id, state: "uploading" })
          .update({ state: "ready", bytes, changed_at: now().getTime() })
          .returning("*"),
      );
      if (row === undefined) throw new Lost();
      return toJob(row);
    },
    find: async (actor, id) => {
      const row = (await within(read("job"), actor, "buyer_code").where("id", id).first()) as
        | JobRow
        | undefined;
      return row === undefined ? null : toJob(row);
    },
    list: async (actor, limit) => {
      const rows: readonly JobRow[] = await within(read("job"), actor, "buyer_code")
        .orderBy([
          { column: "created_at", order: "desc" },
          { column: "id", order: "desc" },
        ])
        .limit(limit)
        .select("*");
      return rows.map(toJob);
    },
    cancel: (actor, id) =>
      change(database, now(), actor, id, ["ready", "running"], {
        state: "cancelled",
        action: "importCancelled",
      }),
    resume: (actor, id) =>
      change(database, now(), actor, id, ["cancelled", "failed"], {
        state: "ready",
        action: "importResumed",
      }),
    problems: async (id, offset, limit) => {
      const rows: readonly { item: number; place: string; problem: string }[] = await read("job_problem")
        .where("job_id", id)
        .orderBy(["item", "number"])
        .offset(offset)
        .limit(limit)
        .select("item", "place", "problem");
      return rows.map(toProblem);
    },
    claim: () => claimJob(database, now().getTime(), null),
    isWaiting: async () => {
      const late = now().getTime();
      const row: unknown = await read("job").whereRaw(FREE, [late]).first("id");
      return row !== undefined;
    },
    claimOne: (id) => claimJob(database, now().getTime(), id),
    renew: async ({ id, attempt }) => {
      await write("job")
        .where({ id, attempts: attempt, state: "running" })
        .update({ lease_until: now().getTime() + LEASE });
    },
    commit: (job, items, bytesRead) => commitChunk(database, now(), job, items, bytesRead),
    finish: async ({ id, attempt }, state, problem) => {
      await write.transaction(async (trx) => {
        const ended = await trx("job")
          .where({ id, attempts: attempt, state: "running" })
          .update({ state, problem, lease_until: null, changed_at: now().getTime() });
        // The file was read to its end: it is not needed again.
        if (ended === 1 && state === "done") await trx("job_upload").where("job_id", id).delete();
      });
    },
    upload: (id, offset, length) => uploadSlice(database, id, offset, length),
  };
};
