import type { Actor } from "../../domain/actor.ts";
import { DomainError } from "../../domain/errors.ts";
import { type Job, type JobStore, type ProfileStore, type StoredProblem, UPLOAD_PART } from "./ports.ts";

/** Largest file of an import, in bytes: a country's year. */
export const LARGEST_UPLOAD = 2 ** 30;

/** A file to import. */
export interface Upload {
  readonly format: string;
  readonly name: string;
  /** Name of a profile that the buyer keeps; null = the headings are guessed. */
  readonly profile: string | null;
}

/** Imports as the service offers them. */
export interface ImportService {
  /**
   * Keeps a file as it comes and makes a job of it; both are on disk when it resolves.
   * @throws DomainError MAPPING_NOT_FOUND, UPLOAD_TOO_LARGE, UPLOAD_EMPTY
   */
  readonly start: (actor: Actor, upload: Upload, bytes: AsyncIterable<Uint8Array>) => Promise<Job>;
  /** @throws DomainError JOB_NOT_FOUND */
  readonly find: (actor: Actor, id: string) => Promise<Job>;
  readonly list: (actor: Actor, limit: number) => Promise<readonly Job[]>;
  readonly cancel: (actor: Actor, id: string) => Promise<Job>;
  readonly resume: (actor: Actor, id: string) => Promise<Job>;
  readonly problems: (actor: Actor, id: string) => AsyncIterable<StoredProblem>;
  readonly profiles: ProfileStore;
}

/** Gathers what comes into parts of one size. */
async function* partsOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    held.push(chunk);
    length += chunk.length;
    if (length < UPLOAD_PART) continue;
    const whole = join(held, length);
    const full = length - (length % UPLOAD_PART);
    for (let at = 0; at < full; at += UPLOAD_PART) yield whole.subarray(at, at + UPLOAD_PART);
    held = [whole.slice(full)];
    length -= full;
  }
  if (length > 0) yield join(held, length);
}

const join = (chunks: readonly Uint8Array[], length: number): Uint8Array => {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
};

/**
 * Keeps a file in parts; answers with its bytes.
 * @throws DomainError UPLOAD_TOO_LARGE, UPLOAD_EMPTY
 */
export const keepUpload = async (
  jobs: JobStore,
  id: string,
  bytes: AsyncIterable<Uint8Array>,
): Promise<number> => {
  let number = 0;
  let total = 0;
  for await (const part of partsOf(bytes)) {
    total += part.length;
    if (total > LARGEST_UPLOAD) throw new DomainError("UPLOAD_TOO_LARGE");
    await jobs.addUpload(id, number, part);
    number += 1;
  }
  if (total === 0) throw new DomainError("UPLOAD_EMPTY");
  return total;
};

const PAGE = 500;

/** All problems of a job, read in pages. */
export async function* problemsOf(jobs: JobStore, id: string): AsyncGenerator<StoredProblem> {
  for (let offset = 0; ; offset += PAGE) {
    const page = await jobs.problems(id, offset, PAGE);
    yield* page;
    if (page.length < PAGE) return;
  }
}

const reached = (job: Job | null, id: string): Job => {
  if (job === null) throw new DomainError("JOB_NOT_FOUND", { id });
  return job;
};

/** @param look tells the runner that a job waits */
export const importService = (jobs: JobStore, profiles: ProfileStore, look: () => void): ImportService => {
  const find = async (actor: Actor, id: string): Promise<Job> => reached(await jobs.find(actor, id), id);
  return {
    start: async (actor, { profile: named, ...upload }, bytes) => {
      const profile = named === null ? null : await profiles.find(actor, named);
      if (named !== null && profile === null) throw new DomainError("MAPPING_NOT_FOUND", { name: named });
      const { id } = await jobs.create(actor, { ...upload, profile, buyer: actor.buyer });
      const job = await jobs.open(id, await keepUpload(jobs, id, bytes));
      look();
      return job;
    },
    find,
    list: jobs.list,
    cancel: async (actor, id) => reached(await jobs.cancel(actor, id), id),
    resume: async (actor, id) => {
      const job = reached(await jobs.resume(actor, id), id);
      look();
      return job;
    },
    problems: async function* problems(actor, id) {
      await find(actor, id);
      yield* problemsOf(jobs, id);
    },
    profiles,
  };
};
