import type { ClaimedJob } from "../usecases/imports/ports.ts";
import { type JobRow, toClaimed } from "./job-row.ts";
import type { Database } from "./open-database.ts";

/** Milliseconds for which a runner that is silent keeps its job. */
export const LEASE = 15_000;
/** Claims without progress after which a job is given up: it may kill whoever runs it. */
const MOST_TRIES = 5;

/** What nobody runs: it waits, or whoever ran it is silent. */
export const FREE = "(state = 'ready' or (state = 'running' and lease_until < ?))";

/** Takes a free job, or `only` that one: in one statement, so that two runners never take the same. */
export const claimJob = async (
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
