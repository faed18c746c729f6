import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { composeJobs } from "../../src/compose-jobs.ts";
import { SERVICE } from "../../src/domain/actor.ts";
import { projectRoot } from "../../src/paths.ts";
import { type DatabaseLocation, openDatabase } from "../../src/store/open-database.ts";
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

const countsOf = async (location: DatabaseLocation, id: string) => {
  const database = openDatabase(location);
  const rows: readonly { reference: string }[] = await database.read("tender").select("reference");
  const job: Record<"state" | "items" | "stored" | "refused", never> = await database
    .read("job")
    .where("id", id)
    .first();
  await database.close();
  return { references: rows.map(({ reference }) => reference), job };
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
    spawn(process.execPath, [script, locationFile, id, log], { stdio: ["ignore", "ignore", "inherit"] });
  const acknowledged = (): number => {
    const text = existsSync(log) ? readFileSync(log, "utf8") : "";
    return Math.max(0, ...text.split("\n").slice(0, -1).map(Number));
  };
  let inTheMiddle = 0;
  let lost = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const running = start();
    const ended = once(running, "exit");
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 40 + chance() * longest))]);
    if (running.exitCode === null) running.kill("SIGKILL");
    await ended;
    const told = acknowledged();
    const { job } = await countsOf(location, id);
    if (Number(job.items) < told) lost += 1;
    if (Number(job.items) > 0 && Number(job.items) < lines) inTheMiddle += 1;
    await endLease(location);
  }
  await once(start(), "exit");
  const { references, job } = await countsOf(location, id);
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
