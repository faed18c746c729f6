// @ts-check
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { projectRoot } from "../../dist/src/paths.js";
import { ENGINES } from "./engines.js";

// node bench/report/run.js [runs 20] — build first. Each engine prints the same French report, in a process of its own.

const [RUNS = 20] = process.argv.slice(2).map(Number);
/** MB of heap for the report of 2,000 findings alone. */
const HEAP = 160;

/** @param {string} name */
const measure = (name) => {
  const isLong = name.includes("findings");
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      ...(isLong ? [`--max-old-space-size=${HEAP}`] : []),
      join(projectRoot, "bench/report/measure.js"),
      name,
      String(isLong ? 2 : RUNS),
    ],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`${name}: ${stderr}`);
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
};

console.log("| engine | pages | kB | first ms | CPU ms | wall ms | CPU, times ours | memory MB |");
console.log("|---|---|---|---|---|---|---|---|");
let own = 0;
for (const each of Object.keys(ENGINES)) {
  const { name, pages, bytes, first, cpu, wall, kilobytes } = measure(each);
  own ||= cpu;
  const cells = [name, pages, Math.round(bytes / 1000), first.toFixed(0), cpu.toFixed(1), wall.toFixed(1)];
  console.log(`| ${[...cells, (cpu / own).toFixed(1), Math.round(kilobytes / 1024)].join(" | ")} |`);
}
