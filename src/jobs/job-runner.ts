import { Worker } from "node:worker_threads";
import type { DatabaseLocation } from "../store/open-database.ts";

/** Megabytes of heap: readers work in bounded memory. */
const HEAP = 512;
/** Milliseconds between two looks for a job that another runner left. */
const LOOK_EVERY = 10_000;
const PAUSE = 1000;

/** The thread that runs imports, beside the one that answers requests; it lives while there is work. */
export interface JobRunner {
  /** A job waits. */
  readonly look: () => void;
  /** The chunk under way is written; the rest is left for the next start. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts the runner; whatever happens to its thread, the service lives on and the job is taken up again.
 * @param isWaiting does the database hold a job that nobody runs?
 */
export const startJobRunner = (
  database: DatabaseLocation,
  isWaiting: () => Promise<boolean>,
  log: (error: unknown) => void,
): JobRunner => {
  let isStopping = false;
  let worker: Worker | null = null;
  const start = (): void => {
    worker = new Worker(new URL("./job-worker.js", import.meta.url), {
      workerData: database,
      resourceLimits: { maxOldGenerationSizeMb: HEAP },
    });
    worker.on("message", log).on("error", log).unref();
    worker.once("exit", () => {
      worker = null;
      if (!isStopping) setTimeout(check, PAUSE).unref();
    });
  };
  const startIfWaiting = async (): Promise<void> => {
    if (isStopping || worker !== null) return;
    if ((await isWaiting()) && worker === null && !isStopping) start();
  };
  const check = (): void => {
    startIfWaiting().catch(log);
  };
  const looking = setInterval(check, LOOK_EVERY).unref();
  check();
  return {
    look: () => {
      if (worker === null) start();
      else worker.postMessage("look", []);
    },
    stop: async () => {
      isStopping = true;
      clearInterval(looking);
      const running = worker;
      if (running === null) return;
      const ended = new Promise((resolve) => running.once("exit", resolve));
      running.ref();
      running.postMessage("stop", []);
      await ended;
    },
  };
};
