import { parentPort, workerData } from "node:worker_threads";
import { composeJobs } from "../compose-jobs.ts";
import type { DatabaseLocation } from "../store/open-database.ts";
import { runJob } from "./run-job.ts";
import { uploadSource } from "./upload-source.ts";
import { stepBack } from "../step-back.ts";

// One thread that runs imports, one after the other, and ends when there was nothing to do for a while.

const PATIENCE = 5000;

const port = parentPort;
if (port === null) throw new Error("job-worker runs in a worker thread");

stepBack();
const { jobs, runImport, close } = composeJobs(workerData as DatabaseLocation);
let isStopping = false;
let wake: ((isWanted: boolean) => void) | null = null;

port.on("message", (message: "look" | "stop") => {
  if (message === "stop") isStopping = true;
  wake?.(!isStopping);
});

/** Waits to be told of work; false when nobody spoke. */
const rest = (): Promise<boolean> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), PATIENCE);
    wake = (isWanted) => {
      clearTimeout(timer);
      resolve(isWanted);
    };
  });

while (!isStopping) {
  const job = await jobs.claim();
  if (job === null) isStopping = !(await rest()) || isStopping;
  else
    try {
      await runJob(jobs, runImport, job, uploadSource(jobs, job), {
        shouldStop: () => isStopping,
        onCommitted: () => undefined,
      });
    } catch (error) {
      port.postMessage(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
}
await close();
port.close();
