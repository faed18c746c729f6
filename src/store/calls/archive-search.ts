import { Worker } from "node:worker_threads";
import { DomainError } from "../../domain/errors.ts";
import type { CallSearch, SearchAnswer } from "../../usecases/calls/ports.ts";
import type { ArchiveData, ArchiveReply, ArchiveRequest } from "./archive-thread.ts";

/** Searches that wait; beyond, the answer is "busy" at once. */
const MOST_WAITING = 256;
const TIMEOUT_MS = 20_000;

interface Waiting {
  readonly resolve: (answer: SearchAnswer) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

/** The archive: every call ever published, searched on a thread of its own. Close it when done. */
export interface ArchiveSearch extends CallSearch {
  readonly close: () => Promise<void>;
}

const start = (data: ArchiveData): Worker =>
  new Worker(new URL("./archive-thread.js", import.meta.url), { workerData: data });

const settle = (waiting: Map<number, Waiting>, reply: ArchiveReply): void => {
  const each = waiting.get(reply.id);
  if (each === undefined) return;
  waiting.delete(reply.id);
  clearTimeout(each.timer);
  if ("answer" in reply) each.resolve(reply.answer);
  else each.reject(new Error(reply.error));
};

const failAll = (waiting: Map<number, Waiting>, error: Error): void => {
  for (const { reject, timer } of waiting.values()) {
    clearTimeout(timer);
    reject(error);
  }
  waiting.clear();
};

/** Starts the thread at the first search. */
export const archiveSearch = (data: ArchiveData): ArchiveSearch => {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let last = 0;

  const running = (): Worker => {
    if (worker !== null) return worker;
    const started = start(data);
    started.on("message", (reply: ArchiveReply) => settle(waiting, reply));
    const ended = (error: Error): void => {
      if (worker === started) worker = null;
      failAll(waiting, error);
    };
    started.on("error", ended);
    started.on("exit", () => ended(new Error("the archive's thread has ended")));
    worker = started;
    return started;
  };

  return {
    find: (search, nowMs) =>
      new Promise((resolve, reject) => {
        if (waiting.size >= MOST_WAITING) {
          reject(new DomainError("SEARCH_BUSY"));
          return;
        }
        last += 1;
        const id = last;
        const timer = setTimeout(() => {
          waiting.delete(id);
          reject(new DomainError("SEARCH_BUSY"));
        }, TIMEOUT_MS);
        waiting.set(id, { resolve, reject, timer });
        running().postMessage({ id, search, nowMs } satisfies ArchiveRequest, []);
      }),
    close: async () => {
      const ending = worker;
      if (ending === null) return;
      const exit = new Promise<void>((resolve) => {
        ending.once("exit", () => resolve());
      });
      ending.postMessage("close", []);
      await exit;
    },
  };
};
