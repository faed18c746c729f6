import { spawn } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { text } from "node:stream/consumers";
import { queueOf } from "../../src/queue-of.ts";

// Everything that a release must survive, each in a process of its own: as many at once as there are cores, the
// longest first; then what is measured, alone.
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

const SURVIVES: readonly Step[] = [
  { what: "calls to the system that fail", command: reliability("faults", "--every", "2") },
  { what: "1,000 kills on SQLite", command: reliability("crash", "--engine", "sqlite", "--kills", "1000") },
  { what: "reports, log and database that were tampered with", command: ["npm", "run", "ledger:tamper"] },
  {
    what: "200 kills and 20 server restarts on PostgreSQL",
    command: reliability("crash", "--engine", "postgres", "--kills", "200", "--restarts", "20"),
  },
  { what: "1,000,000 hostile requests", command: reliability("fuzz", "--requests", "1000000") },
  { what: "power cut, 100,000 images", command: reliability("power-cut", "--images", "100000") },
  { what: "1,000,000 spoilt documents", command: reliability("mutants") },
  { what: "kills during imports", command: ["npm", "run", "imports:kill"] },
  { what: "kills during alerts", command: ["npm", "run", "alerts:kill"] },
  {
    what: "power cut with the driver's default: must lose",
    command: reliability("power-cut", "--images", "5000", "--weakened"),
  },
  { what: "migrations killed at each statement, SQLite", command: reliability("migrations") },
  {
    what: "migrations killed at each statement, PostgreSQL",
    command: reliability("migrations", "--engine", "postgres"),
  },
  { what: "four processes on one SQLite file", command: reliability("processes") },
  { what: "backup under work, restore, audit", command: reliability("drill") },
  { what: "the same report on other machines", command: reliability("replay") },
];
const MEASURED: readonly Step[] = [
  { what: "a log of 1,000,000 leaves", command: ["npm", "run", "bench:ledger"] },
  { what: "load", command: reliability("load", "--tenders", "20000", "--seconds", "10") },
  { what: "soak of 30 minutes", command: reliability("soak") },
];

const run = async ({ what, command: [program = "", ...parameters] }: Step) => {
  console.log(`${what}: begins`);
  const start = performance.now();
  const child = spawn(program, parameters, { stdio: ["ignore", "pipe", "ignore"] });
  const [[code], said] = await Promise.all([
    once(child, "exit") as Promise<[number | null]>,
    text(child.stdout),
  ]);
  const minutes = ((performance.now() - start) / 60_000).toFixed(1);
  console.log(`\n# ${what}: ${minutes} minutes\n${said}`);
  return { what, isPassed: code === 0, minutes };
};

const start = performance.now();
const queue = queueOf(availableParallelism());
const survived = await Promise.all(SURVIVES.map((step) => queue(() => run(step))));
const measured = [];
for (const step of MEASURED) measured.push(await run(step));
console.log("\n| what | minutes | |\n|---|---|---|");
const tell = ({ what, minutes, isPassed }: Awaited<ReturnType<typeof run>>, word: string): void =>
  console.log(`| ${what} | ${minutes} | ${isPassed ? word : "DOES NOT HOLD"} |`);
for (const each of survived) tell(each, "holds");
for (const each of measured) tell(each, "measured, without an error");
const results = [...survived, ...measured];
console.log(`| all | ${((performance.now() - start) / 60_000).toFixed(1)} | |`);
const failed = results.filter(({ isPassed }) => !isPassed).length;
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
