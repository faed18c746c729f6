import type { Knex } from "knex";
import type { ClaimedJob, Committed, PreparedItem } from "../usecases/imports/ports.ts";
import { LEASE } from "./job-claim.ts";
import type { JobRow } from "./job-row.ts";
import type { Database } from "./open-database.ts";
import { storeItems } from "./store-items.ts";

/** Problems of one job that are kept; the others are counted. */
const MOST_PROBLEMS = 100_000;

/** The job is no longer this runner's. */
export class Lost extends Error {}

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

/**
 * Stores a chunk with the progress of its job, in one transaction; its first item is the one after those that are
 * settled.
 */
export const commitChunk = async (
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
