import { expect } from "chai";
import { DomainError } from "../../src/domain/errors.ts";
import { renderingThreads } from "../../src/report/report-pool.ts";
import { renderReport } from "../../src/report/render-report.ts";
import type { ReportInput } from "../../src/report/report-input.ts";
import { reportPayload } from "../../src/report/report-payload.ts";
import type { ReportJob } from "../../src/report/report-thread.ts";
import { reportInput } from "../support/report-input.ts";

const LIMITS = { threads: 1, queue: 1, timeLimit: 30_000, heapLimit: 256 };

const codeOf = async (report: Promise<Uint8Array>): Promise<string> => {
  try {
    await report;
    return "no error";
  } catch (error) {
    return error instanceof DomainError ? error.code : String(error);
  }
};

describe("the rendering threads", function pool() {
  this.timeout(60_000);
  const input: ReportInput = { ...reportInput("monument-restoration", "fr"), variant: "summary" };
  const payload = reportPayload(input);
  const job: ReportJob = { input, payload };
  /** Its words cannot be printed: the thread fails on it. */
  const broken: ReportJob = { ...job, input: { ...input, words: { ...input.words, findings: [] } } };

  it("give the same bytes as this thread", async () => {
    const threads = renderingThreads(LIMITS);
    expect(Buffer.from(await threads.render(job)).equals(await renderReport(input))).to.equal(true);
    await threads.close();
  });

  it("refuse what is more than may wait", async () => {
    const threads = renderingThreads(LIMITS);
    const reports = [threads.render(job), threads.render(job), threads.render(job)];
    expect(await Promise.all(reports.map(codeOf))).to.deep.equal(["no error", "no error", "REPORT_BUSY"]);
    await threads.close();
  });

  it("go on after a report that failed", async () => {
    const threads = renderingThreads(LIMITS);
    expect(await codeOf(threads.render(broken))).to.equal("REPORT_FAILED");
    expect(await codeOf(threads.render(job))).to.equal("no error");
    await threads.close();
  });

  it("print texts made to hurt, within the memory and time they have", async () => {
    const title = { fr: "x".repeat(20_000), ar: `ب${"\u064B".repeat(10_000)}` };
    const document = { ...input.document, title, description: title };
    const threads = renderingThreads({ ...LIMITS, heapLimit: 160 });
    for (const variant of ["full", "summary"] as const) {
      const hostile: ReportJob = { input: { ...input, variant, document }, payload };
      expect(await codeOf(threads.render(hostile))).to.equal("no error");
    }
    await threads.close();
  });

  it("give the same bytes on two at once", async () => {
    const threads = renderingThreads({ ...LIMITS, threads: 2, queue: 4 });
    const [first, ...others] = await Promise.all([job, job, job, job].map(threads.render));
    for (const other of others) expect(Buffer.from(other).equals(Buffer.from(first ?? ""))).to.equal(true);
    await threads.close();
  });

  it("stop a report that takes too long, and start anew", async () => {
    const hurried = renderingThreads({ ...LIMITS, timeLimit: 1 });
    expect(await codeOf(hurried.render(job))).to.equal("REPORT_FAILED");
    expect(await codeOf(hurried.render(job))).to.equal("REPORT_FAILED");
    await hurried.close();
  });

  it("go on after a report that needs more memory than it may have", async () => {
    const lots = Array.from({ length: 20_000 }, (_, index) => ({
      id: String(index),
      title: { fr: "Buffet" },
    }));
    const huge: ReportJob = {
      input: { ...input, variant: "full", document: { ...input.document, lots } },
      payload,
    };
    const threads = renderingThreads({ ...LIMITS, heapLimit: 64 });
    expect(await codeOf(threads.render(huge))).to.equal("REPORT_FAILED");
    expect(await codeOf(threads.render(job))).to.equal("no error");
    await threads.close();
  });
});
