import { DomainError } from "../domain/errors.ts";
import type { ReportRenderer, ReportRequest } from "../usecases/ports.ts";
import { keptReports } from "./kept-reports.ts";
import type { Letterhead } from "./letterhead/read-letterhead.ts";
import { openPress } from "./press.ts";
import { printInput, type RulebookOf } from "./print-input.ts";
import { reportPayload } from "./report-payload.ts";
import { type ReportJob, type ReportThread, startThread, type ThreadLimits } from "./report-thread.ts";
import { renderReportHtml } from "./render-report-html.ts";

/** How much the pool may take. */
export interface PoolLimits extends ThreadLimits {
  readonly threads: number;
  /** Reports that may wait; one more is refused with REPORT_BUSY. */
  readonly queue: number;
}

const LIMITS: PoolLimits = { threads: 2, queue: 32, timeLimit: 20_000, heapLimit: 256 };
/** Bytes of finished reports that are kept. */
const KEPT = 64 * 2 ** 20;

interface Waiting {
  readonly job: ReportJob;
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (error: unknown) => void;
}

/** Renders jobs on threads of its own: started when needed, replaced when they fail. */
export const renderingThreads = (limits: PoolLimits, letterhead: Letterhead | null = null) => {
  const idle: ReportThread[] = [];
  const busy = new Set<ReportThread>();
  const waiting: Waiting[] = [];

  const take = (): ReportThread | undefined => {
    const rested = idle.pop();
    if (rested !== undefined) return rested.isAlive() ? rested : take();
    return busy.size < limits.threads ? startThread(limits, letterhead) : undefined;
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

/** What the buyer's service puts on its reports. */
export interface PoolSettings {
  /** Where reports can be checked; without one they carry neither address nor QR code. */
  readonly publicUrl: string | null;
  readonly letterhead?: Letterhead | null;
  /** Signs a finished report, before the log proves it. */
  readonly sign?: (pdf: Uint8Array) => Uint8Array;
}

/** Reports by the words of a rulebook. */
export const reportPool = (
  rulebookOf: RulebookOf,
  { publicUrl, letterhead = null, sign = (pdf) => pdf }: PoolSettings,
  limits: PoolLimits = LIMITS,
): ReportPool => {
  const threads = renderingThreads(limits, letterhead);
  const press = openPress(letterhead);
  const kept = keptReports(KEPT);
  const jobOf = (request: ReportRequest): ReportJob => {
    const input = printInput(request, rulebookOf);
    const payload = reportPayload(input);
    const address = publicUrl === null ? {} : { verificationUrl: `${publicUrl}/verify/${payload.id}` };
    return { input: { ...input, ...address }, payload };
  };
  return {
    identify: (request) => {
      const { id, sha256 } = jobOf(request).payload;
      return { id, sha256 };
    },
    pdf: (request) => {
      const job = jobOf(request);
      return kept(`${job.payload.sha256} ${job.input.variant}`, async () => sign(await threads.render(job)));
    },
    html: (request, stylesheet) => renderReportHtml(jobOf(request).input, stylesheet, press),
    close: threads.close,
  };
};
