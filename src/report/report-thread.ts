import { Worker } from "node:worker_threads";
import { DomainError } from "../domain/errors.ts";
import type { Letterhead } from "./letterhead/read-letterhead.ts";
import type { PrintInput } from "./report-input.ts";
import type { ReportPayload } from "./report-payload.ts";

export interface ReportJob {
  readonly input: PrintInput;
  readonly payload: ReportPayload;
}

export type ReportReply =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly problem: string };

/** One rendering thread; one job at a time. */
export interface ReportThread {
  readonly render: (job: ReportJob) => Promise<Uint8Array>;
  /** False once the thread has crashed, run out of memory or been stopped. */
  readonly isAlive: () => boolean;
  readonly stop: () => Promise<void>;
}

export interface ThreadLimits {
  /** Milliseconds for one report, the start of the thread included. */
  readonly timeLimit: number;
  /** Megabytes of heap. */
  readonly heapLimit: number;
}

const failed = (problem: string): DomainError => new DomainError("REPORT_FAILED", { problem });

/** Waits for the reply to one job; whatever else happens to the thread meanwhile is a failure. */
const reply = (worker: Worker, timeLimit: number): Promise<ReportReply> =>
  new Promise((resolve, reject) => {
    const stopListening = (): void => {
      clearTimeout(timer);
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
    };
    const fail = (problem: string): void => {
      stopListening();
      reject(failed(problem));
    };
    const onMessage = (message: ReportReply): void => {
      stopListening();
      resolve(message);
    };
    const onError = (error: Error): void => fail(error.message);
    const onExit = (code: number): void => fail(`the rendering thread ended with ${code}`);
    const timer = setTimeout(() => fail(`no report within ${timeLimit} ms`), timeLimit);
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
  });

/** Starts a thread; it holds the process open only while it renders. */
export const startThread = (
  { timeLimit, heapLimit }: ThreadLimits,
  letterhead: Letterhead | null,
): ReportThread => {
  const worker = new Worker(new URL("./report-worker.js", import.meta.url), {
    workerData: letterhead,
    resourceLimits: { maxOldGenerationSizeMb: heapLimit },
  });
  let isAlive = true;
  const noteDeath = (): void => {
    isAlive = false;
  };
  worker.on("error", noteDeath).on("exit", noteDeath).unref();
  const stop = async (): Promise<void> => {
    isAlive = false;
    await worker.terminate();
  };
  const ask = async (job: ReportJob): Promise<ReportReply> => {
    worker.ref();
    const awaited = reply(worker, timeLimit);
    worker.postMessage(job, []);
    try {
      return await awaited;
    } catch (error) {
      // Whatever state it is in, this thread renders no more.
      await stop();
      throw error;
    } finally {
      worker.unref();
    }
  };
  const render = async (job: ReportJob): Promise<Uint8Array> => {
    const answer = await ask(job);
    if (!answer.ok) throw failed(answer.problem);
    return answer.bytes;
  };
  return { render, stop, isAlive: () => isAlive };
};
