import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../src/paths.ts";
import { temporaryFolder } from "../../test/support/temporary-folder.ts";
import { writeCorpus } from "./corpus.ts";

// JSON.parse of each line alone against the batch with every check on, over generated OCDS processes.
//
//   npm run bench:batch [processes, 100000] [processes, 1000000 …]

interface Usage {
  readonly cpu: number;
  readonly megabytes: number;
  readonly seconds: number;
}

const folder = temporaryFolder();
const usageFile = join(folder.path, "usage.json");
const hook = join(projectRoot, "dist/bench/batch/usage.js");

/** Runs a program of ours by itself and tells what its process used. */
const measure = async (script: string, ...arguments_: readonly string[]): Promise<Usage> => {
  const started = performance.now();
  const child = spawn(process.execPath, ["--import", hook, join(projectRoot, script), ...arguments_], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, USAGE_FILE: usageFile },
  });
  await once(child, "exit");
  const usage = JSON.parse(readFileSync(usageFile, "utf8")) as Pick<Usage, "cpu" | "megabytes">;
  return { ...usage, seconds: (performance.now() - started) / 1000 };
};

const told = ({ cpu, megabytes, seconds }: Usage): string =>
  `${cpu.toFixed(1)} s CPU, ${seconds.toFixed(1)} s, ${megabytes} MB`;

const run = async (count: number): Promise<void> => {
  const corpus = join(folder.path, `${count}.jsonl`);
  if (!existsSync(corpus)) await writeCorpus(count, corpus);
  const output = join(folder.path, "out.jsonl");
  console.log(`${count} processes, ${Math.round(statSync(corpus).size / 1e6)} MB`);
  const parse = await measure("dist/bench/batch/parse-lines.js", corpus);
  console.log(`  JSON.parse of each line   ${told(parse)}`);
  const batch = await measure("bin/awlawiya.js", "batch", "--as", "ocds", corpus, "-o", output);
  console.log(`  awlawiya batch --as ocds  ${told(batch)}: ${(batch.cpu / parse.cpu).toFixed(1)} × the CPU`);
};

const counts = process.argv.slice(2).map(Number);
for (const count of counts.length > 0 ? counts : [100_000]) await run(count);
folder.remove();
