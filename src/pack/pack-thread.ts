import { Worker } from "node:worker_threads";
import type { Actor } from "../domain/actor.ts";
import { DomainError, type ErrorCode } from "../domain/errors.ts";
import type { Rulebook } from "../domain/rulebook.ts";
import type { Letterhead } from "../report/letterhead/read-letterhead.ts";
import type { DatabaseLocation } from "../store/open-database.ts";
import type { MakePack, PackOrder } from "../usecases/packs.ts";

/** What a thread is started with. */
export interface PackJob {
  readonly database: DatabaseLocation;
  readonly letterhead: Letterhead | null;
  readonly actor: Actor;
  readonly order: PackOrder;
  readonly rulebook: Rulebook;
}

export type PackReply =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly code: ErrorCode; readonly details: Readonly<Record<string, string>> };

/** Megabytes of heap, and milliseconds for one pack, its reading of the database included. */
const HEAP = 768;
const TIME_LIMIT = 120_000;
/** Packs that may wait behind the one that is made. */
const QUEUE = 8;

const failed = (problem: string): DomainError => new DomainError("REPORT_FAILED", { problem });

const make = (job: PackJob, started: Set<Worker>): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./pack-worker.js", import.meta.url), {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: HEAP },
    });
    started.add(worker);
    const timer = setTimeout(() => end(() => reject(failed(`no pack within ${TIME_LIMIT} ms`))), TIME_LIMIT);
    const end = (answer: () => void): void => {
      clearTimeout(timer);
      started.delete(worker);
      answer();
      void worker.terminate();
    };
    worker.once("message", (reply: PackReply) =>
      end(() => (reply.ok ? resolve(reply.bytes) : reject(new DomainError(reply.code, reply.details)))),
    );
    worker.once("error", (error: Error) => end(() => reject(failed(error.message))));
    worker.once("exit", (code) => end(() => reject(failed(`the thread of the pack ended with ${code}`))));
  });

/** Makes packs off the request thread, one after the other; close it when done. */
export const packThread = (database: DatabaseLocation, letterhead: Letterhead | null) => {
  const started = new Set<Worker>();
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  const makePack: MakePack = async (actor, order, rulebook) => {
    if (waiting > QUEUE) throw new DomainError("REPORT_BUSY");
    waiting += 1;
    const made = last.then(() => make({ database, letterhead, actor, order, rulebook }, started));
    last = made.catch(() => undefined);
    try {
      return await made;
    } finally {
      waiting -= 1;
    }
  };
  const close = async (): Promise<void> => {
    await Promise.all([...started].map((worker) => worker.terminate()));
  };
  return { makePack, close };
};
