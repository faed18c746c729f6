import { Worker } from "node:worker_threads";
import type { Actor } from "../domain/actor.ts";
import { DomainError, type ErrorCode } from "../domain/errors.ts";
import type { Rulebook } from "../domain/rulebook.ts";
import type { Letterhead } from "../report/letterhead/read-letterhead.ts";
import type { DatabaseLocation } from "../store/open-database.ts";
import type { MakePack, PackMade, PackOrder } from "../usecases/packs.ts";

/** What a thread is started with. */
export interface PackPlace {
  readonly database: DatabaseLocation;
  readonly letterhead: Letterhead | null;
}

export interface PackJob {
  readonly actor: Actor;
  readonly order: PackOrder;
  readonly rulebook: Rulebook;
}

export type PackReply =
  | { readonly ok: true; readonly made: PackMade }
  | { readonly ok: false; readonly code: ErrorCode; readonly details: Readonly<Record<string, string>> };

/** Megabytes of heap, and milliseconds for one pack, its reading of the database included. */
const HEAP = 768;
const TIME_LIMIT = 120_000;
/** Milliseconds for which a thread without work is kept: people look at a pack, mend, and ask again. */
const PATIENCE = 60_000;
/** Packs that may wait behind the one that is made. */
const QUEUE = 8;

const failed = (problem: string): DomainError => new DomainError("REPORT_FAILED", { problem });

const startWorker = (place: PackPlace): Worker => {
  const worker = new Worker(new URL("./pack-worker.js", import.meta.url), {
    workerData: place,
    resourceLimits: { maxOldGenerationSizeMb: HEAP },
  });
  worker.unref();
  return worker;
};

/** One reply to one job; whatever else happens to the thread meanwhile is a failure. */
const reply = (worker: Worker, job: PackJob): Promise<PackReply> =>
  new Promise((resolve, reject) => {
    const end = (answer: () => void): void => {
      clearTimeout(timer);
      worker.off("message", onMessage).off("error", onError).off("exit", onExit).unref();
      answer();
    };
    const onMessage = (message: PackReply): void => end(() => resolve(message));
    const onError = (error: Error): void => end(() => reject(failed(error.message)));
    const onExit = (code: number): void =>
      end(() => reject(failed(`the thread of the pack ended with ${code}`)));
    const timer = setTimeout(() => end(() => reject(failed(`no pack within ${TIME_LIMIT} ms`))), TIME_LIMIT);
    worker.on("message", onMessage).on("error", onError).on("exit", onExit).ref();
    worker.postMessage(job, []);
  });

/** Makes packs off the request thread, one after the other, on a thread that ends when nobody asks; close it when done. */
export const packThread = (place: PackPlace) => {
  let worker: Worker | null = null;
  let resting: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  const stop = async (): Promise<void> => {
    clearTimeout(resting);
    const running = worker;
    worker = null;
    await running?.terminate();
  };
  const make = async (job: PackJob): Promise<PackMade> => {
    clearTimeout(resting);
    worker ??= startWorker(place);
    try {
      const answer = await reply(worker, job);
      resting = setTimeout(() => void stop(), PATIENCE).unref();
      if (answer.ok) return answer.made;
      throw new DomainError(answer.code, answer.details);
    } catch (error) {
      // Whatever state it is in, a thread that did not answer makes no more.
      if (error instanceof DomainError && error.code === "REPORT_FAILED") await stop();
      throw error;
    }
  };
  const makePack: MakePack = async (actor, order, rulebook) => {
    if (waiting > QUEUE) throw new DomainError("REPORT_BUSY");
    waiting += 1;
    const made = last.then(() => make({ actor, order, rulebook }));
    last = made.catch(() => undefined);
    try {
      return await made;
    } finally {
      waiting -= 1;
    }
  };
  return { makePack, close: stop };
};
