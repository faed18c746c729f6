import { Worker } from "node:worker_threads";
import { DomainError } from "../domain/errors.ts";
import { queueOf } from "../queue-of.ts";
import type { UploadedFile, UploadTask, UploadTasks } from "./upload-task.ts";

/** Milliseconds and megabytes of heap that one file may take. */
const TIME = 20_000;
const HEAP = 512;
/** Files that are read at the same time, and those that may wait behind them. */
const AT_ONCE = 2;
const MOST_WAITING = 16;

/** Reads files that anybody may send, beside the requests. */
export type UploadReader = {
  readonly [Task in keyof UploadTasks]: (file: UploadedFile) => Promise<UploadTasks[Task]>;
};

/** A hostile file ends its own thread alone. */
const inThread = <T>(task: UploadTask): Promise<T> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./upload-worker.js", import.meta.url), {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: HEAP },
    });
    const end = (): void => {
      clearTimeout(timer);
      void worker.terminate();
    };
    const fail = (): void => {
      end();
      reject(new DomainError("UPLOAD_TOO_HEAVY"));
    };
    const timer = setTimeout(fail, TIME);
    worker.once("message", (read: T) => {
      end();
      resolve(read);
    });
    worker.once("error", fail);
    worker.once("exit", fail);
  });

/**
 * Readers of what is sent to the pages; a file has a thread of its own.
 * @throws DomainError READER_BUSY when too many files wait; UPLOAD_TOO_HEAVY for one that takes more than its time or
 * its memory
 */
export const uploadReader = (): UploadReader => {
  const queue = queueOf(AT_ONCE, MOST_WAITING, () => new DomainError("READER_BUSY"));
  return {
    firstTender: (file) => queue(() => inThread({ task: "firstTender", name: file.name, bytes: file.bytes })),
    noticeText: (file) => queue(() => inThread({ task: "noticeText", name: file.name, bytes: file.bytes })),
  };
};
