// @ts-check
import { readdirSync, readFileSync } from "node:fs";
import { ENGINES, pagesIn } from "./engines.js";

// One engine in a process of its own, so that memory is its own: `node measure.js NAME RUNS` prints one line of JSON.

const [name = "", runs = "20"] = process.argv.slice(2);
const TICK_MS = 10;

const statOf = (/** @type {string} */ pid) => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /, "")
      .split(" ");
    return { pid, parent: fields[1] ?? "", cpu: (Number(fields[11]) + Number(fields[12])) * TICK_MS };
  } catch {
    return { pid, parent: "", cpu: 0 };
  }
};

/** Processes that this one started, whatever their depth. */
const family = () => {
  const all = readdirSync("/proc")
    .filter((entry) => /^\d+$/.test(entry))
    .map(statOf);
  const known = new Set([String(process.pid)]);
  for (let before = 0; before !== known.size; ) {
    before = known.size;
    for (const { pid, parent } of all) if (known.has(parent)) known.add(pid);
  }
  return all.filter(({ pid }) => known.has(pid) && pid !== String(process.pid));
};

const pssOf = (/** @type {string} */ pid) => {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1] ?? 0);
  } catch {
    return 0;
  }
};

const cpuNow = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000 + family().reduce((sum, { cpu }) => sum + cpu, 0);
};

const started = performance.now();
const make = await /** @type {any} */ (ENGINES[name])();
let pdf = await make();
const first = performance.now() - started;
const count = Number(runs);
for (let run = 0; run < count; run += 1) pdf = await make();

const walls = [];
const cpu = cpuNow();
for (let run = 0; run < count; run += 1) {
  const from = performance.now();
  pdf = await make();
  walls.push(performance.now() - from);
}
const spent = (cpuNow() - cpu) / count;
const kilobytes = process.resourceUsage().maxRSS + family().reduce((sum, { pid }) => sum + pssOf(pid), 0);
walls.sort((a, b) => a - b);
console.log(
  JSON.stringify({
    name,
    pages: pagesIn(pdf),
    bytes: pdf.length,
    first,
    cpu: spent,
    wall: walls[count >> 1],
    kilobytes,
  }),
);
await make.close?.();
