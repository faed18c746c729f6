import { closeSync, openSync, readFileSync, writeSync } from "node:fs";
import { composeJobs } from "../../src/compose-jobs.ts";
import { runJob } from "../../src/jobs/run-job.ts";
import { uploadSource } from "../../src/jobs/upload-source.ts";
import type { DatabaseLocation } from "../../src/store/open-database.ts";

// A process that runs one import and writes down, after each transaction, how many items it acknowledged: the tests
// kill it whenever they like.
//
//   node import-process.js LOCATION.json JOB ACKNOWLEDGED.txt

const [, , locationFile = "", id = "", acknowledged = ""] = process.argv;
const location = JSON.parse(readFileSync(locationFile, "utf8")) as DatabaseLocation;
const { jobs, runImport, close } = composeJobs(location);
const claimed = await jobs.claimOne(id);
if (claimed !== null) {
  const handle = openSync(acknowledged, "a");
  process.stdout.write("begun\n");
  await runJob(jobs, runImport, claimed, uploadSource(jobs, claimed), {
    shouldStop: () => false,
    onCommitted: (items) => {
      writeSync(handle, `${items}\n`);
      process.stdout.write("committed\n");
    },
  });
  closeSync(handle);
}
await close();
