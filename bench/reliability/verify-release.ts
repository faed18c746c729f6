import { spawn } from "node:child_process";
import { once } from "node:events";

// Everything that a release must survive, one after the other, each in a process of its own.
// npm run verify:release

interface Step {
  readonly what: string;
  readonly command: readonly string[];
}

const reliability = (file: string, ...parameters: readonly string[]): readonly string[] => [
  process.execPath,
  `dist/bench/reliability/${file}.js`,
  ...parameters,
];

const STEPS: readonly Step[] = [
  { what: "power cut, 100,000 images", command: reliability("power-cut", "--images", "100000") },
  {
    what: "power cut with the driver's default: must lose",
    command: reliability("power-cut", "--images", "5000", "--weakened"),
  },
  { what: "1,000 kills on SQLite", command: reliability("crash", "--engine", "sqlite", "--kills", "1000") },
  {
    what: "200 kills and 20 server restarts on PostgreSQL",
    command: reliability("crash", "--engine", "postgres", "--kills", "200", "--restarts", "20"),
  },
  { what: "migrations killed at each statement, SQLite", command: reliability("migrations") },
  {
    what: "migrations killed at each statement, PostgreSQL",
    command: reliability("migrations", "--engine", "postgres"),
  },
  { what: "four processes on one SQLite file", command: reliability("processes") },
  { what: "backup under work, restore, audit", command: reliability("drill") },
  { what: "the same report on other machines", command: reliability("replay") },
  { what: "1,000,000 spoilt documents", command: reliability("mutants") },
  { what: "kills during imports", command: ["npm", "run", "imports:kill"] },
  { what: "kills during alerts", command: ["npm", "run", "alerts:kill"] },
  { what: "calls to the system that fail", command: reliability("faults", "--every", "2") },
  { what: "1,000,000 hostile requests", command: reliability("fuzz", "--requests", "1000000") },
  { what: "reports, log and database that were tampered with", command: ["npm", "run", "ledger:tamper"] },
  { what: "a log of 1,000,000 leaves", command: ["npm", "run", "bench:ledger"] },
  { what: "load", command: reliability("load") },
  { what: "soak of 30 minutes", command: reliability("soak") },
];

const run = async ({ what, command: [program = "", ...parameters] }: Step) => {
  console.log(`\n# ${what}`);
  const start = performance.now();
  const child = spawn(program, parameters, { stdio: ["ignore", "inherit", "ignore"] });
  const [code] = (await once(child, "exit")) as [number | null];
  return { what, isPassed: code === 0, minutes: ((performance.now() - start) / 60_000).toFixed(1) };
};

const results = [];
for (const step of STEPS) results.push(await run(step));
console.log("\n| what | minutes | |\n|---|---|---|");
for (const { what, minutes, isPassed } of results)
  console.log(`| ${what} | ${minutes} | ${isPassed ? "holds" : "DOES NOT HOLD"} |`);
const failed = results.filter(({ isPassed }) => !isPassed).length;
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
