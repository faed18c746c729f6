import { Worker } from "node:worker_threads";
import { DomainError } from "../domain/errors.ts";
import { queueOf } from "../queue-of.ts";
import type { UploadTask, UploadTasks } from "./upload-task.ts";

/** Milliseconds and megabytes of heap that one file may take. */
const TIME = 20_000;
const HEAP = 512;
/** Files that are read at the same time, and those that may wait behind them. */
const AT_ONCE = 2;
const MOST_WAITING = 16;

/** Reads files that are sent to the pages, beside the requests. */
export type UploadReader = {
  readonly [Task in keyof UploadTasks]: (file: UploadTasks[Task]["of"]) => Promise<UploadTasks[Task]["read"]>;
};

/** A hostile file ends its own thread alone. */
const inThread = <Task extends keyof UploadTasks>(
  task: UploadTask<Task>,
): Promise<UploadTasks[Task]["read"]> =>
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
    worker.once("message", (read: UploadTasks[Task]["read"]) => {
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
    firstTender: ({ name, bytes }) => queue(() => inThread({ task: "firstTender", file: { name, bytes } })),
    noticeText: ({ name, bytes }) => queue(() => inThread({ task: "noticeText", file: { name, bytes } })),
    yearSheet: (file) => queue(() => inThread({ task: "yearSheet", file })),
  };
};
