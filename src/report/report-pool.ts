import { DomainError } from "../domain/errors.ts";
import type { Rulebook } from "../domain/rulebook.ts";
import type { ReportRenderer, ReportRequest } from "../usecases/ports.ts";
import type { ReportInput } from "./report-input.ts";
import { reportPayload } from "./report-payload.ts";
import { type ReportJob, type ReportThread, startThread, type ThreadLimits } from "./report-thread.ts";
import { reportWords } from "./report-words.ts";
import { renderReportHtml } from "./render-report-html.ts";

/** How much the pool may take. */
export interface PoolLimits extends ThreadLimits {
  readonly threads: number;
  /** Reports that may wait; one more is refused with REPORT_BUSY. */
  readonly queue: number;
}

const LIMITS: PoolLimits = { threads: 2, queue: 32, timeLimit: 20_000, heapLimit: 256 };

interface Waiting {
  readonly job: ReportJob;
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (error: unknown) => void;
}

/** Renders jobs on threads of its own: started when needed, replaced when they fail. */
export const renderingThreads = (limits: PoolLimits) => {
  const idle: ReportThread[] = [];
  const busy = new Set<ReportThread>();
  const waiting: Waiting[] = [];

  const take = (): ReportThread | undefined => {
    const rested = idle.pop();
    if (rested !== undefined) return rested.isAlive() ? rested : take();
    return busy.size < limits.threads ? startThread(limits) : undefined;
  };

  const run = async (thread: ReportThread, { job, resolve, reject }: Waiting): Promise<void> => {
    busy.add(thread);
    try {
      resolve(await thread.render(job));
    } catch (error) {
      reject(error);
    }
    busy.delete(thread);
    if (thread.isAlive()) idle.push(thread);
    next();
  };

  const next = (): void => {
    const [first] = waiting;
    const thread = first && take();
    if (first === undefined || thread === undefined) return;
    waiting.shift();
    void run(thread, first);
  };

  const render = (job: ReportJob): Promise<Uint8Array> =>
    new Promise((resolve, reject) => {
      if (waiting.length >= limits.queue) {
        reject(new DomainError("REPORT_BUSY"));
        return;
      }
      waiting.push({ job, resolve, reject });
      next();
    });

  const close = async (): Promise<void> => {
    for (const { reject } of waiting.splice(0))
      reject(new DomainError("REPORT_FAILED", { problem: "closed" }));
    await Promise.all([...idle.splice(0), ...busy].map((thread) => thread.stop()));
  };
  return { render, close };
};

/** A renderer off the request thread; close it when done. */
export interface ReportPool extends ReportRenderer {
  readonly close: () => Promise<void>;
}

const inputOf = (request: ReportRequest, rulebook: Rulebook, publicUrl: string | null): ReportInput => ({
  ...request,
  words: reportWords(request.assessment, rulebook, request.language),
  ...(publicUrl !== null && { verificationUrl: `${publicUrl}/verify/${reportPayload(request).id}` }),
});

/**
 * Reports by the words of a rulebook. `publicUrl` is where reports can be checked; without one they carry
 * neither address nor QR code.
 */
export const reportPool = (
  rulebook: Rulebook,
  publicUrl: string | null,
  limits: PoolLimits = LIMITS,
): ReportPool => {
  const threads = renderingThreads(limits);
  return {
    pdf: (request) => threads.render({ input: inputOf(request, rulebook, publicUrl), options: {} }),
    html: (request) => renderReportHtml(inputOf(request, rulebook, publicUrl)),
    close: threads.close,
  };
};
