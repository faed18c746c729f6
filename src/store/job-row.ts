import type { ClaimedJob, Job, JobState } from "../usecases/imports/ports.ts";

/** A row of the table of jobs. */
export interface JobRow {
  readonly id: string;
  readonly state: JobState;
  readonly format: string;
  readonly name: string;
  readonly profile: string | null;
  readonly buyer_code: string | null;
  readonly account_id: string | null;
  readonly bytes: number;
  readonly bytes_read: number;
  readonly items: number;
  readonly stored: number;
  readonly replaced: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly attempts: number;
  readonly created_at: number;
  readonly changed_at: number;
  readonly problem: string | null;
}

export const toJob = (row: JobRow): Job => ({
  id: row.id,
  state: row.state,
  format: row.format,
  name: row.name,
  buyer: row.buyer_code,
  bytes: row.bytes,
  bytesRead: row.bytes_read,
  items: row.items,
  stored: row.stored,
  replaced: row.replaced,
  unchanged: row.unchanged,
  refused: row.refused,
  createdAt: new Date(row.created_at).toISOString(),
  changedAt: new Date(row.changed_at).toISOString(),
  problem: row.problem,
});

export const toClaimed = (row: JobRow): ClaimedJob => ({
  ...toJob(row),
  attempt: row.attempts,
  profile: row.profile === null ? null : (JSON.parse(row.profile) as unknown),
  accountId: row.account_id,
});
