import { Worker } from "node:worker_threads";
import { DomainError } from "../domain/errors.ts";
import type { BatchRequest } from "../usecases/batch.ts";
import type { JudgedLines } from "./judge-lines.ts";

/** What a thread is told once, at its start. */
export interface BatchSetting {
  readonly rulebookDirectory: string;
  readonly request: BatchRequest;
}

/** One judging thread; one block at a time. */
export interface BatchThread {
  readonly judge: (bytes: Uint8Array) => Promise<JudgedLines>;
  readonly stop: () => Promise<void>;
}

/** Megabytes: old objects are few here, and young ones die at once. */
const LIMITS = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16 };

/** Starts a thread. @throws (in `judge`) DomainError BATCH_FAILED when the thread ends before it answers */
export const startBatchThread = (setting: BatchSetting): BatchThread => {
  const worker = new Worker(new URL("./batch-worker.js", import.meta.url), {
    workerData: setting,
    resourceLimits: LIMITS,
  });
  let dead: DomainError | null = null;
  let fail: ((error: DomainError) => void) | null = null;
  const noteDeath = (problem: string): void => {
    dead ??= new DomainError("BATCH_FAILED", { problem });
    fail?.(dead);
  };
  worker.on("error", (error: Error) => noteDeath(error.message));
  worker.on("exit", (code) => noteDeath(`a judging thread ended with ${code}`));
  return {
    judge: (bytes) =>
      new Promise((resolve, reject) => {
        if (dead !== null) {
          reject(dead);
          return;
        }
        fail = reject;
        worker.once("message", (judged: JudgedLines) => resolve(judged));
        // A copy of the block alone, handed over: a view would carry all that was read with it.
        const own = new Uint8Array(bytes);
        worker.postMessage(own, [own.buffer]);
      }),
    stop: async () => {
      await worker.terminate();
    },
  };
};
