import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parentPort as port, workerData } from "node:worker_threads";
import Database from "better-sqlite3";
import { randomFrom } from "../random.ts";
import { problemsOf } from "../whole.ts";
import type { Acknowledged } from "../workload.ts";
import { Disk, type Luck } from "./disk.ts";
import { eventsIn } from "./trace.ts";

/** One thread's share of the images that a trace allows. */
export interface ReplayJob {
  readonly trace: string;
  /** The database as it was before the trace, and the path that it had then. */
  readonly before: string;
  readonly database: string;
  readonly perEvent: number;
  readonly share: number;
  readonly shares: number;
  readonly seed: number;
  /** Where images are laid: a folder in memory. */
  readonly scratch: string;
}

export interface ReplayResult {
  readonly images: number;
  readonly acknowledged: number;
  readonly corrupt: number;
  /** Images that lacked something acknowledged. */
  readonly lossy: number;
  readonly halfStates: number;
  /** The first few problems, in words. */
  readonly examples: readonly string[];
}

const EXAMPLES = 5;

/** Nothing, everything, a prefix whose last change is torn, or any sectors at all. */
const luckOf = (number: number, random: () => number): Luck => {
  if (number === 0) return () => "lost";
  if (number === 1) return () => "kept";
  if (number % 2 === 1) return () => "torn";
  const cut = random();
  return (index, changes) => {
    const last = Math.floor(cut * changes);
    if (index === last) return "torn";
    return index < last ? "kept" : "lost";
  };
};

const look = async (file: string, acknowledged: readonly Acknowledged[]): Promise<readonly string[]> => {
  let database: Database.Database | null = null;
  try {
    database = new Database(file);
    const open = database;
    const verdict = open.pragma("integrity_check", { simple: true });
    if (verdict !== "ok") return [`corrupt: ${String(verdict)}`];
    return await problemsOf((sql) => Promise.resolve(open.prepare(sql).all() as object[]), acknowledged);
  } catch (error) {
    return [`corrupt: ${(error as Error).message}`];
  } finally {
    database?.close();
  }
};

const lay = (files: ReadonlyMap<string, Buffer>, folder: string): void => {
  for (const [file, bytes] of files) writeFileSync(join(folder, basename(file)), bytes);
};

const replay = async (job: ReplayJob, progress: (images: number) => void): Promise<ReplayResult> => {
  const random = randomFrom(job.seed);
  const disk = new Disk(new Map([[job.database, readFileSync(job.before)]]));
  const acknowledged: Acknowledged[] = [];
  const found = { images: 0, corrupt: 0, lossy: 0, halfStates: 0 };
  const examples: string[] = [];
  const test = async (number: number): Promise<void> => {
    const folder = mkdtempSync(join(job.scratch, "image-"));
    lay(
      disk.image(luckOf(number, random), () => random() < 0.5),
      folder,
    );
    const problems = await look(join(folder, basename(job.database)), acknowledged);
    rmSync(folder, { recursive: true });
    found.images += 1;
    found.corrupt += Number(problems.some((each) => each.startsWith("corrupt")));
    found.lossy += Number(problems.some((each) => each.startsWith("lost")));
    found.halfStates += Number(problems.some((each) => !/^(?:corrupt|lost)/.test(each)));
    if (problems.length > 0 && examples.length < EXAMPLES) examples.push(problems.join("; "));
  };
  let index = 0;
  for await (const event of eventsIn(
    job.trace,
    (path) => path.startsWith(job.database) && !path.endsWith("-shm"),
  )) {
    disk.happen(event);
    if (event.kind === "acknowledged") acknowledged.push(event.what);
    index += 1;
    if (index % job.shares !== job.share) continue;
    // With nothing under way every cut leaves the same image.
    const images = disk.unsynced === 0 ? 1 : job.perEvent;
    for (let number = 0; number < images; number += 1) await test(number);
    progress(found.images);
  }
  return { ...found, acknowledged: acknowledged.length, examples };
};

if (port === null) throw new Error("runs as a thread");
const parent = port;
parent.postMessage(await replay(workerData as ReplayJob, (images) => parent.postMessage({ images }, [])), []);
