// @ts-check
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { projectRoot } from "../../dist/src/paths.js";
import { ENGINES } from "./engines.js";

// node bench/report/run.js [runs 20] — build first. Each engine prints the same French report, in a process of its own.

const [RUNS = 20] = process.argv.slice(2).map(Number);

const measured = Object.keys(ENGINES).map((name) => {
  const runs = name.includes("findings") ? 2 : RUNS;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(projectRoot, "bench/report/measure.js"), name, String(runs)],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`${name}: ${stderr}`);
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
});

const [own] = measured;
console.log(
  "| engine | pages | kB | first report ms | CPU ms a report | wall ms (median) | CPU ratio | memory MB |",
);
console.log("|---|---|---|---|---|---|---|---|");
for (const { name, pages, bytes, first, cpu, wall, kilobytes } of measured)
  console.log(
    `| ${[name, pages, Math.round(bytes / 1000), first.toFixed(0), cpu.toFixed(1), wall.toFixed(1), (cpu / own.cpu).toFixed(1), Math.round(kilobytes / 1024)].join(" | ")} |`,
  );
