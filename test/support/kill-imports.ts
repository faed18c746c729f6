import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { composeJobs } from "../../src/compose-jobs.ts";
import { SERVICE } from "../../src/domain/actor.ts";
import { projectRoot } from "../../src/paths.ts";
import { type Database, type DatabaseLocation, openDatabase } from "../../src/store/open-database.ts";
import { UPLOAD_PART } from "../../src/usecases/imports/ports.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** What killing an import again and again came to. */
export interface KillReport {
  readonly kills: number;
  /** Kills that found the process in the middle of the file. */
  readonly inTheMiddle: number;
  readonly acknowledged: number;
  readonly lost: number;
  readonly doubled: number;
  readonly state: string;
  readonly items: number;
  readonly stored: number;
  readonly refused: number;
}

const LINES_WITH_FAULT = 7;

const lineOf = (index: number): string =>
  index % LINES_WITH_FAULT === 0
    ? '{"reference":1}'
    : JSON.stringify({
        reference: `${index}/2026`,
        buyer: { name: { fr: "Commune fictive" } },
        title: { fr: "Restauration" },
      });

const makeJob = async (location: DatabaseLocation, lines: number): Promise<string> => {
  const { jobs, close } = composeJobs(location);
  const bytes = Buffer.from(Array.from({ length: lines }, (_, index) => `${lineOf(index)}\n`).join(""));
  const { id } = await jobs.create(SERVICE, {
    format: "tender",
    name: "a.jsonl",
    profile: null,
    buyer: null,
  });
  for (let part = 0; part * UPLOAD_PART < bytes.length; part += 1)
    await jobs.addUpload(id, part, bytes.subarray(part * UPLOAD_PART, (part + 1) * UPLOAD_PART));
  await jobs.open(id, bytes.length);
  await close();
  return id;
};

/** The lease of a killed runner ends at once: the test does not wait for it. */
const endLease = async (location: DatabaseLocation): Promise<void> => {
  const database = openDatabase(location);
  await database.write("job").where("state", "running").update({ lease_until: 0, tries: 0 });
  await database.close();
};

type JobCounts = Readonly<Record<"state" | "items" | "stored" | "refused", unknown>>;

const reading = async <T>(
  location: DatabaseLocation,
  read: (database: Database) => Promise<T>,
): Promise<T> => {
  const database = openDatabase(location);
  try {
    return await read(database);
  } finally {
    await database.close();
  }
};

const jobOf = (location: DatabaseLocation, id: string): Promise<JobCounts> =>
  reading(location, async ({ read }) => (await read("job").where("id", id).first()) as JobCounts);

const referencesIn = (location: DatabaseLocation): Promise<readonly string[]> =>
  reading(location, async ({ read }) => {
    const rows: readonly { reference: string }[] = await read("tender").select("reference");
    return rows.map(({ reference }) => reference);
  });

/** Transactions after which a process is killed: counted, for a slow machine must not make this easy. */
const MOST_COMMITS = 4;

/** Resolves when so many lines were heard. */
const heard = async (output: Readable, lines: number): Promise<void> => {
  let count = 0;
  for await (const chunk of output.iterator({ destroyOnReturn: false })) {
    count += String(chunk).split("\n").length - 1;
    if (count >= lines) return;
  }
};

const script = join(projectRoot, "dist/test/support/import-process.js");

/**
 * Imports a file while killing the importing process at random moments, again and again, then lets it finish.
 * `chance` gives numbers from 0 to 1.
 */
export const killImports = async (
  location: DatabaseLocation,
  { kills, lines, longest, chance }: { kills: number; lines: number; longest: number; chance: () => number },
): Promise<KillReport> => {
  const folder = temporaryFolder();
  const locationFile = join(folder.path, "location.json");
  const log = join(folder.path, "acknowledged.txt");
  writeFileSync(locationFile, JSON.stringify(location));
  const id = await makeJob(location, lines);
  const start = () =>
    spawn(process.execPath, [script, locationFile, id, log], { stdio: ["ignore", "pipe", "inherit"] });
  const acknowledged = (): number => {
    const text = existsSync(log) ? readFileSync(log, "utf8") : "";
    return Math.max(0, ...text.split("\n").slice(0, -1).map(Number));
  };
  let inTheMiddle = 0;
  let lost = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const running = start();
    const ended = once(running, "exit");
    await Promise.race([ended, heard(running.stdout, 1 + Math.floor(chance() * MOST_COMMITS))]);
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, chance() * longest))]);
    if (running.exitCode === null) running.kill("SIGKILL");
    await ended;
    const told = acknowledged();
    const items = Number((await jobOf(location, id)).items);
    if (items < told) lost += 1;
    if (items > 0 && items < lines) inTheMiddle += 1;
    await endLease(location);
  }
  await once(start(), "exit");
  const job = await jobOf(location, id);
  const references = await referencesIn(location);
  const expected = Array.from({ length: lines }, (_, index) => index).filter(
    (index) => index % LINES_WITH_FAULT !== 0,
  );
  const found = new Set(references);
  const report = {
    kills,
    inTheMiddle,
    acknowledged: acknowledged(),
    lost: lost + expected.filter((index) => !found.has(`${index}/2026`)).length,
    doubled: references.length - found.size,
    state: String(job.state),
    items: Number(job.items),
    stored: Number(job.stored),
    refused: Number(job.refused),
  };
  folder.remove();
  return report;
};
