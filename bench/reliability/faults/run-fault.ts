import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "../../../src/paths.ts";
import { type DatabaseLocation, openDatabase } from "../../../src/store/open-database.ts";
import { problemsIn } from "../found.ts";
import { startServed } from "../served.ts";
import { type Acknowledged, officersWork } from "../workload.ts";
import type { Base, Fault, Scenario } from "./scenarios.ts";

/** The Nth call of a kind fails. */
export interface Point {
  readonly scenario: Scenario;
  readonly fault: Fault;
  readonly isEverywhere: boolean;
  readonly nth: number;
}

export interface FaultResult {
  /** false: the command ended before its Nth call. */
  readonly wasInjected: boolean;
  readonly problems: readonly string[];
}

const BAD = 2;
const TIME_LIMIT_MS = 60_000;
/** What nobody foresaw is printed with its stack. */
const STACK = /^\s+at .+:\d+:\d+\)?$/m;

const tracer = (
  { scenario, fault: [call, error], isEverywhere, nth }: Point,
  folder: string,
): readonly string[] => [
  "strace",
  "-D",
  "-f",
  // Calls that are not traced do not stop the command.
  "--seccomp-bpf",
  "-qq",
  "-e",
  `trace=${call}`,
  "-e",
  `inject=${call}:error=${error}:when=${nth}`,
  ...(isEverywhere ? [] : scenario.files(folder).flatMap((file) => ["-P", file])),
  "-o",
  join(folder, "trace"),
];

interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

const runCommand = async (point: Point, folder: string, under: readonly string[]): Promise<Ended> => {
  const { scenario } = point;
  const [program = "", ...parameters] = [
    ...under,
    process.execPath,
    join(projectRoot, "bin/awlawiya.js"),
    ...scenario.command(folder),
  ];
  const child = spawn(program, parameters, {
    env: { ...process.env, ...scenario.environment(folder) },
    stdio: ["ignore", "pipe", "pipe"],
    timeout: TIME_LIMIT_MS,
  });
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const [code, signal] = (await once(child, "close")) as [number | null, string | null];
  return { code, signal, stdout, stderr };
};

const commandProblems = ({ code, signal, stderr }: Ended): readonly string[] => [
  ...(signal === null ? [] : [`ended by ${signal}`]),
  ...(STACK.test(stderr) ? [`an error that nobody foresaw: ${stderr.slice(0, 400)}`] : []),
  ...(code === BAD && stderr.trim() === "" ? ["failed without a word"] : []),
];

/** A command that went through says what it says when nothing fails. */
const differences = (scenario: Scenario, first: Ended, again: Ended): readonly string[] => [
  ...(again.code === BAD ? [`fails ever after: ${again.stderr.slice(0, 400)}`] : []),
  ...(scenario.isRepeatable && first.code !== BAD && first.stdout !== again.stdout ? ["another answer"] : []),
];

/** Three clients' acts on a service one of whose calls fails: what it acknowledged is kept, what it refuses it says. */
const serveProblems = async (
  base: Base,
  folder: string,
  under: readonly string[],
  acknowledged: Acknowledged[],
) => {
  const database = { engine: "sqlite", file: join(folder, "awlawiya.sqlite") } as const;
  let served;
  try {
    served = await startServed({ database, logKeyFile: join(folder, "log-key"), under });
  } catch (error) {
    const { name, message } = error as Error;
    return name === "AbortError" || STACK.test(message) ? [`at the start: ${name}: ${message}`] : [];
  }
  const problems: string[] = [];
  // The last of them takes a report, too.
  for (let number = 100; number < 103; number += 1)
    try {
      for await (const each of officersWork(served.url, base.token, {
        from: number,
        count: 1,
        reportEach: 3,
      }))
        acknowledged.push(each);
    } catch (error) {
      const { message } = error as Error;
      if (!/answered 503/.test(message)) problems.push(message);
    }
  served.process.kill("SIGTERM");
  const end = await served.ended;
  return end === 0 ? problems : [...problems, `the service ended with ${end}: ${served.told()}`];
};

/** The same once more; where it says that it was done before, what it names instead. */
const runAgain = async (point: Point, folder: string): Promise<Ended> => {
  const again = await runCommand(point, folder, []);
  const { elseRun } = point.scenario;
  if (again.code !== BAD || elseRun === undefined || !again.stderr.includes(elseRun.slice(0, 2).join(" ")))
    return again;
  return runCommand({ ...point, scenario: { ...point.scenario, command: () => elseRun } }, folder, []);
};

/** Is each tender there once, now that the command has gone through? */
const countProblems = async (
  { tenders }: Scenario,
  location: DatabaseLocation,
): Promise<readonly string[]> => {
  if (tenders === undefined) return [];
  const database = openDatabase(location);
  const [row] = await database.read("tender").count({ count: "*" });
  await database.close();
  return row?.count === tenders ? [] : [`${row?.count} tenders are stored, not ${tenders}`];
};

/** Fails one call, looks at what the user was told, and whether everything is there and works again. */
export const runFault = async (base: Base, point: Point): Promise<FaultResult> => {
  const folder = mkdtempSync(join(tmpdir(), "awlawiya-fault-"));
  try {
    point.scenario.lay(folder);
    const under = tracer(point, folder);
    const acknowledged = [...base.acknowledged];
    const { database, isServed } = point.scenario;
    const first = isServed ? null : await runCommand(point, folder, under);
    const told =
      first === null ? await serveProblems(base, folder, under, acknowledged) : commandProblems(first);
    const traceFile = join(folder, "trace");
    const wasInjected = existsSync(traceFile) && readFileSync(traceFile, "latin1").includes("(INJECTED)");
    if (!wasInjected) return { wasInjected, problems: [] };
    const location = { engine: "sqlite", file: join(folder, database ?? "") } as const;
    const whole = database === null ? [] : await problemsIn(location, acknowledged);
    // What went through would only be refused as done already.
    const isOver = first === null || (first.code !== BAD && !point.scenario.isRepeatable);
    const again = isOver ? null : await runAgain(point, folder);
    const lasting = first === null || again === null ? [] : differences(point.scenario, first, again);
    const counted = await countProblems(point.scenario, location);
    return { wasInjected, problems: [...told, ...whole, ...lasting, ...counted] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
