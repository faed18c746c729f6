import type { Actor } from "../../domain/actor.ts";
import type { Document } from "../ports.ts";

/** `uploading`: its bytes still come; `cancelled` and `failed` may be resumed where they stopped. */
export type JobState = "uploading" | "ready" | "running" | "done" | "failed" | "cancelled";

/** An import, and how far it has come: what it counts is on disk. */
export interface Job {
  readonly id: string;
  readonly state: JobState;
  readonly format: string;
  /** Name of the file. */
  readonly name: string;
  readonly buyer: string | null;
  readonly bytes: number;
  readonly bytesRead: number;
  /** Tenders of the file that are settled: stored, replaced, unchanged or refused. */
  readonly items: number;
  readonly stored: number;
  readonly replaced: number;
  readonly unchanged: number;
  readonly refused: number;
  /** ISO 8601 instants, UTC. */
  readonly createdAt: string;
  readonly changedAt: string;
  /** Why it failed; null otherwise. */
  readonly problem: string | null;
}

/** A job in the hands of a runner; a later claim takes it away. */
export interface ClaimedJob extends Job {
  /** Counts claims: the fence that keeps an earlier runner from writing. */
  readonly attempt: number;
  readonly profile: unknown;
  readonly accountId: string | null;
}

/** Profiles of a buyer's sheets, by name. */
export interface ProfileStore {
  readonly put: (actor: Actor, name: string, profile: unknown) => Promise<void>;
  readonly find: (actor: Actor, name: string) => Promise<unknown>;
  readonly list: (actor: Actor) => Promise<readonly NamedProfile[]>;
  /** Was there one? */
  readonly remove: (actor: Actor, name: string) => Promise<boolean>;
}

export interface NamedProfile {
  readonly name: string;
  readonly changedAt: string;
  readonly profile: unknown;
}

/** One thing that is wrong with an item; a cell of a sheet has its row, column and value too. */
export interface ItemProblem {
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
}

/** One tender of the file, or why it is none. */
export interface ImportItem {
  readonly at: string;
  readonly document: Document | null;
  readonly problems: readonly ItemProblem[];
}

/** An item as it is written: with its hash, and what its call is known by (`sourcesOf`). */
export interface PreparedItem extends ImportItem {
  readonly sha256: string;
  readonly sources: readonly string[];
}

export interface NewJob {
  readonly format: string;
  readonly name: string;
  readonly profile: unknown;
  readonly buyer: string | null;
}

/** `lost`: another runner has it, or it was cancelled. */
export type Committed = "committed" | "lost";

/** What lies outside the actor's reach is not there. */
export interface JobStore {
  readonly create: (actor: Actor, job: NewJob) => Promise<Job>;
  /** A part of the file, in order from 0; all but the last are of one size. Durable when it resolves. */
  readonly addUpload: (id: string, number: number, content: Uint8Array) => Promise<void>;
  /** The file is whole: the job may run. */
  readonly open: (id: string, bytes: number) => Promise<Job>;
  readonly find: (actor: Actor, id: string) => Promise<Job | null>;
  readonly list: (actor: Actor, limit: number) => Promise<readonly Job[]>;
  /** null when it is not there; a job that is over stays as it is. */
  readonly cancel: (actor: Actor, id: string) => Promise<Job | null>;
  readonly resume: (actor: Actor, id: string) => Promise<Job | null>;
  readonly problems: (id: string, offset: number, limit: number) => Promise<readonly StoredProblem[]>;
  /** The job that waits longest, now this runner's until the lease ends; null when none waits. */
  readonly claim: () => Promise<ClaimedJob | null>;
  /** Is there a job that nobody runs? */
  readonly isWaiting: () => Promise<boolean>;
  readonly claimOne: (id: string) => Promise<ClaimedJob | null>;
  readonly renew: (job: ClaimedJob) => Promise<void>;
  /** Writes items and the job's progress in one transaction. */
  readonly commit: (job: ClaimedJob, items: readonly PreparedItem[], bytesRead: number) => Promise<Committed>;
  readonly finish: (
    job: ClaimedJob,
    state: "done" | "failed" | "ready",
    problem: string | null,
  ) => Promise<void>;
  readonly upload: (id: string, offset: number, length: number) => Promise<Uint8Array>;
}

export interface StoredProblem {
  readonly item: number;
  readonly at: string;
  readonly problem: ItemProblem;
}

/** Bytes of every part of an upload but the last. */
export const UPLOAD_PART = 1_048_576;
