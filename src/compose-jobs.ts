import { SERVICE } from "./domain/actor.ts";
import type { LocalImports } from "./cli/cli-app.ts";
import { startJobRunner } from "./jobs/job-runner.ts";
import { profileStore } from "./store/profile-store.ts";
import { runJob } from "./jobs/run-job.ts";
import { uploadSource } from "./jobs/upload-source.ts";
import { importService, keepUpload, problemsOf } from "./usecases/imports/import-service.ts";
import type { Job } from "./usecases/imports/ports.ts";
import { canonicalHash } from "./canonical-hash.ts";
import { loadTerritory } from "./territory/load-territory.ts";
import { projectRoot } from "./paths.ts";
import { jobStore } from "./store/job-store.ts";
import { type Database, type DatabaseLocation, migrate, openDatabase } from "./store/open-database.ts";
import { runImport } from "./usecases/imports/run-import.ts";
import type { NamesBuyer } from "./usecases/own-buyer.ts";

/** What runs imports, over connections of its own; close it when done. */
export const composeJobs = (location: DatabaseLocation) => {
  const database = openDatabase(location);
  const jobs = jobStore(database, () => new Date());
  const territory = loadTerritory(projectRoot);
  const names: NamesBuyer = (code, buyer) => code === buyer || territory.find(code)?.code === buyer;
  return { jobs, runImport: runImport(jobs, canonicalHash, names), close: database.close };
};

/** Imports as the service offers them, and the thread that runs them; close it before the database. */
export const composeImports = (
  location: DatabaseLocation,
  database: Database,
  now: () => Date,
  log: (error: unknown) => void,
) => {
  const jobs = jobStore(database, now);
  const runner = startJobRunner(location, jobs.isWaiting, log);
  return {
    imports: importService(jobs, profileStore(database, now), runner.look),
    close: runner.stop,
  };
};

/** Imports that a command runs by itself, over a database that is migrated here. */
export const composeLocalImports = async (location: DatabaseLocation): Promise<LocalImports> => {
  const database = openDatabase(location);
  await migrate(database);
  await database.close();
  const { jobs, runImport: run, close } = composeJobs(location);
  const find = (id: string): Promise<Job | null> => jobs.find(SERVICE, id);
  const tell = async (id: string, onProgress: (job: Job) => void): Promise<void> => {
    const job = await find(id);
    if (job !== null) onProgress(job);
  };
  return {
    begin: async (job, bytes) => {
      const { id } = await jobs.create(SERVICE, job);
      await jobs.open(id, await keepUpload(jobs, id, bytes));
      return id;
    },
    run: async (id, onProgress) => {
      const waiting = await find(id);
      if (waiting?.state === "cancelled" || waiting?.state === "failed") await jobs.resume(SERVICE, id);
      const claimed = await jobs.claimOne(id);
      if (claimed === null) return null;
      let told = Promise.resolve();
      await runJob(jobs, run, claimed, uploadSource(jobs, claimed), {
        shouldStop: () => false,
        onCommitted: () => {
          // How far it has come is a courtesy: what is stored is stored, though this cannot be read.
          told = told.then(() => tell(id, onProgress)).catch(() => undefined);
        },
      });
      await told;
      return find(id);
    },
    problems: (id) => problemsOf(jobs, id),
    close,
  };
};
