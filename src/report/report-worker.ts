import { parentPort, workerData } from "node:worker_threads";
import type { Letterhead } from "./letterhead/read-letterhead.ts";
import { openPress } from "./press.ts";
import type { ReportJob, ReportReply } from "./report-thread.ts";
import { renderReport } from "./render-report.ts";
import { stepBack } from "../step-back.ts";

// One thread that renders: it answers each job with bytes or with what went wrong.

const port = parentPort;
if (port === null) throw new Error("report-worker runs in a worker thread");

stepBack();
const press = openPress(workerData as Letterhead | null);

const answer = async ({ input, payload }: ReportJob): Promise<ReportReply> => {
  try {
    return { ok: true, bytes: await renderReport(input, payload, press) };
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : String(error) };
  }
};

port.on("message", (job: ReportJob) => {
  void answer(job).then((reply) => port.postMessage(reply));
});
