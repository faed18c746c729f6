import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { tmpdir } from "node:os";
import { setTimeout } from "node:timers/promises";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { eventsIn } from "./power/trace.ts";
import type { ReplayJob, ReplayResult } from "./power/replay.ts";
import { prepareDatabase } from "./prepared.ts";
import { say } from "./say.ts";
import { startServed } from "./served.ts";
import { officersWork } from "./workload.ts";

// Cuts the power of a service at work: its write trace is replayed into the disk images that a cut could have left, and
// each is opened. npm run reliability:power [-- --images 100000] [--weakened]

const SHARES = 2;
const TRACER_MS = 50;
const CALLS = "write,writev,pwrite64,pwritev,pwritev2,ftruncate,fsync,fdatasync,unlink";

/** What a cut may leave, and how often. */
export interface PowerCut extends ReplayResult {
  readonly events: number;
}

/** SQLite as its driver would open it by default: acknowledges before the disk has it. */
const WEAKENED = `import Database from "better-sqlite3";
const { pragma } = Database.prototype;
Database.prototype.pragma = function (text, ...more) {
  return pragma.call(this, text.replace("synchronous = FULL", "synchronous = NORMAL"), ...more);
};`;

interface Traced {
  readonly trace: string;
  readonly before: string;
  readonly database: string;
}

/** The last line of a file, which has no long ones at its end. */
const lastLineOf = (file: string): string => {
  const bytes = readFileSync(file);
  return bytes.subarray(-200).toString("latin1").trimEnd().split("\n").at(-1) ?? "";
};

const trace = async (folder: string, work: number, isWeakened: boolean): Promise<Traced> => {
  const database = join(folder, "awlawiya.sqlite");
  const logKeyFile = join(folder, "log-key");
  const { officer } = await prepareDatabase({ engine: "sqlite", file: database }, logKeyFile, "officer");
  const before = join(folder, "before.sqlite");
  copyFileSync(database, before);
  const weaken = join(folder, "weaken.mjs");
  writeFileSync(weaken, WEAKENED.replace("better-sqlite3", import.meta.resolve("better-sqlite3")));
  const log = join(folder, "trace");
  const served = await startServed({
    database: { engine: "sqlite", file: database },
    logKeyFile,
    under: [
      "strace",
      "-D",
      "-f",
      "-y",
      "-xx",
      "-s",
      "10000000",
      "--seccomp-bpf",
      "-e",
      `trace=${CALLS}`,
      "-o",
      log,
    ],
    environment: isWeakened ? { NODE_OPTIONS: `--import ${weaken}` } : {},
  });
  for await (const _ of officersWork(served.url, officer.token, { from: 0, count: work, reportEach: 5 }));
  served.process.kill("SIGTERM");
  await served.ended;
  // The tracer stands apart from what it traces, and ends a moment later; it pads short numbers with spaces.
  const end = new RegExp(String.raw`^${served.process.pid} +\+\+\+ exited with 0 \+\+\+\s*$`);
  while (!end.test(lastLineOf(log))) await setTimeout(TRACER_MS);
  return { trace: log, before, database };
};

const countEvents = async ({ trace: log, database }: Traced): Promise<number> => {
  let events = 0;
  for await (const event of eventsIn(log, (path) => path.startsWith(database) && !path.endsWith("-shm")))
    events += Number(event.kind !== "acknowledged");
  return events;
};

const runShare = (job: ReplayJob, progress: (images: number) => void): Promise<ReplayResult> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL("power/replay.js", import.meta.url), { workerData: job });
    worker.on("message", (message: ReplayResult | { images: number }) => {
      if ("corrupt" in message) resolve(message);
      else progress(message.images);
    });
    worker.once("error", reject);
  });

const sum = (results: readonly ReplayResult[], key: "images" | "corrupt" | "lossy" | "halfStates"): number =>
  results.reduce((total, result) => total + result[key], 0);

/** Traces `work` tenders, then looks into about `images` images. Linux, with strace. */
export const cutPower = async (options: {
  readonly images: number;
  readonly work: number;
  readonly isWeakened: boolean;
  readonly seed: number;
}): Promise<PowerCut> => {
  if (spawnSync("strace", ["-V"]).status !== 0) throw new Error("strace is missing: apt-get install strace");
  const folder = mkdtempSync(join(tmpdir(), "awlawiya-power-"));
  const scratch = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : folder, "awlawiya-power-"));
  try {
    const traced = await trace(folder, options.work, options.isWeakened);
    const events = await countEvents(traced);
    const perEvent = Math.max(2, Math.ceil(options.images / events));
    const done = Array.from({ length: SHARES }, () => 0);
    const results = await Promise.all(
      done.map((_, share) =>
        runShare(
          { ...traced, perEvent, share, shares: SHARES, seed: options.seed + share, scratch },
          (images) => {
            done[share] = images;
            say(`${done.reduce((total, each) => total + each)} of about ${events * perEvent} images`);
          },
        ),
      ),
    );
    return {
      events,
      images: sum(results, "images"),
      acknowledged: results[0]?.acknowledged ?? 0,
      corrupt: sum(results, "corrupt"),
      lossy: sum(results, "lossy"),
      halfStates: sum(results, "halfStates"),
      examples: results.flatMap(({ examples }) => examples),
    };
  } finally {
    for (const each of [folder, scratch]) rmSync(each, { recursive: true, force: true });
  }
};

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({
    options: {
      images: { type: "string", default: "100000" },
      seed: { type: "string", default: "1" },
      work: { type: "string", default: "60" },
      weakened: { type: "boolean", default: false },
    },
  });
  const cut = await cutPower({
    images: Number(values.images),
    work: Number(values.work),
    seed: Number(values.seed),
    isWeakened: values.weakened,
  });
  console.log(JSON.stringify(cut, null, 2));
  const bad = cut.corrupt + cut.lossy + cut.halfStates;
  // The tool must be able to see a loss: with the driver's default it has to find some.
  process.exitCode = values.weakened === bad > 0 ? 0 : 1;
}
