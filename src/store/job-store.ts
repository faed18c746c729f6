import type { Knex } from "knex";
import type { Actor } from "../domain/actor.ts";
import {
  type ClaimedJob,
  type Committed,
  type Job,
  type JobStore,
  type NewJob,
  type PreparedItem,
  type StoredProblem,
  UPLOAD_PART,
} from "../usecases/imports/ports.ts";
import { type JobRow, toClaimed, toJob } from "./job-row.ts";
import { newId } from "./new-id.ts";
import type { Database } from "./open-database.ts";
import { recordAct } from "./record-act.ts";
import { storeItems } from "./store-items.ts";
import { within } from "./within.ts";

/** Milliseconds for which a runner that is silent keeps its job. */
const LEASE = 15_000;
/** Claims without progress after which a job is given up: it may kill whoever runs it. */
const MOST_TRIES = 5;
/** Milliseconds after which an upload that did not end is forgotten. */
const UPLOAD_TIME = 3_600_000;
/** Problems of one job that are kept; the others are counted. */
const MOST_PROBLEMS = 100_000;

/** What nobody runs: it waits, or whoever ran it is silent. */
const FREE = "(state = 'ready' or (state = 'running' and lease_until < ?))";

class Lost extends Error {}

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

/** One statement, so that two runners never take the same job. */
const claim = async (
  { write, engine }: Database,
  now: number,
  only: string | null,
): Promise<ClaimedJob | null> =>
  write.transaction(async (trx) => {
    await trx("job")
      .where("state", "running")
      .where("lease_until", "<", now)
      .where("tries", ">=", MOST_TRIES)
      .update({ state: "failed", problem: "GAVE_UP", changed_at: now });
    const waiting = trx("job")
      .whereRaw(FREE, [now])
      .modify((query) => {
        if (only !== null) void query.where("id", only);
        if (engine === "postgres") void query.forUpdate().skipLocked();
      })
      .orderBy(["created_at", "id"])
      .limit(1)
      .select("id");
    const rows: readonly JobRow[] = await trx("job")
      .whereIn("id", waiting)
      .update({
        state: "running",
        attempts: trx.raw("attempts + 1"),
        tries: trx.raw("tries + 1"),
        lease_until: now + LEASE,
        changed_at: now,
      })
      .returning("*");
    const [row] = rows;
    return row === undefined ? null : toClaimed(row);
  });

const problemRows = ({ id, items: before }: ClaimedJob, items: readonly PreparedItem[]) =>
  items.flatMap(({ at, problems }, index) =>
    problems.map((problem, number) => ({
      job_id: id,
      item: before + index,
      number,
      place: at,
      problem: JSON.stringify(problem),
    })),
  );

const inserting = async (trx: Knex, table: string, rows: readonly object[]): Promise<void> => {
  for (let from = 0; from < rows.length; from += 500) await trx(table).insert(rows.slice(from, from + 500));
};

/** The job as this runner holds it; the first item of a chunk is the one after those that are settled. */
const commit = async (
  { write }: Database,
  now: Date,
  job: ClaimedJob,
  items: readonly PreparedItem[],
  bytesRead: number,
): Promise<Committed> => {
  try {
    await write.transaction(async (trx) => {
      const [held]: readonly JobRow[] = await trx("job")
        .where({ id: job.id, attempts: job.attempt, state: "running" })
        .update({ lease_until: now.getTime() + LEASE })
        .returning("*");
      if (held === undefined) throw new Lost();
      const settled = await storeItems(trx, items, job.buyer, now);
      const refused = items.filter(({ document }) => document === null).length;
      if (held.refused < MOST_PROBLEMS)
        await inserting(trx, "job_problem", problemRows({ ...job, items: held.items }, items));
      await trx("job")
        .where("id", job.id)
        .update({
          items: held.items + items.length,
          stored: held.stored + settled.stored,
          replaced: held.replaced + settled.replaced,
          unchanged: held.unchanged + settled.unchanged,
          refused: held.refused + refused,
          bytes_read: Math.min(held.bytes, Math.max(held.bytes_read, bytesRead)),
          tries: 0,
          changed_at: now.getTime(),
        });
    });
    return "committed";
  } catch (error) {
    if (error instanceof Lost) return "lost";
    throw error;
  }
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
    claim: () => claim(database, now().getTime(), null),
    isWaiting: async () => {
      const late = now().getTime();
      const row: unknown = await read("job").whereRaw(FREE, [late]).first("id");
      return row !== undefined;
    },
    claimOne: (id) => claim(database, now().getTime(), id),
    renew: async ({ id, attempt }) => {
      await write("job")
        .where({ id, attempts: attempt, state: "running" })
        .update({ lease_until: now().getTime() + LEASE });
    },
    commit: (job, items, bytesRead) => commit(database, now(), job, items, bytesRead),
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
