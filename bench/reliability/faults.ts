import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { runFault } from "./faults/run-fault.ts";
import { type Base, type Fault, makeBase, type Scenario, scenariosOn } from "./faults/scenarios.ts";
import { say } from "./say.ts";

// Fails the Nth call of each kind, N = 1, 2, 3 and so on until a command ends before it. Linux, with strace.
// npm run reliability:faults [-- --every 1]

/** What came of failing one call after another. */
export interface Faults {
  /** Calls that were made to fail. */
  readonly points: number;
  readonly byScenario: Readonly<Record<string, number>>;
  readonly problems: readonly string[];
}

const MOST_PROBLEMS = 20;
const AT_ONCE = 2;
/** A step on the service's calls is a twentieth of the way behind it. */
const WIDER = 20;

interface Series {
  readonly scenario: Scenario;
  readonly fault: Fault;
  readonly isEverywhere: boolean;
  /** The call that fails next. */
  next: number;
}

const seriesOf = (scenario: Scenario): readonly Series[] => [
  ...scenario.everywhere.map((fault) => ({ scenario, fault, isEverywhere: true, next: 1 })),
  ...scenario.onFiles.map((fault) => ({ scenario, fault, isEverywhere: false, next: 1 })),
];

/** The service makes thousands of reads, and its start costs most: the further a call, the wider the step to the next. */
const nextAfter = (nth: number, every: number, { isServed }: Scenario): number =>
  nth + (isServed ? Math.max(every, Math.ceil(nth / WIDER)) : every);

/** Fails one call in `every` of each kind, in every command or in `only` one. */
export const failCalls = async (every: number, only?: string): Promise<Faults> => {
  const folder = mkdtempSync(join(tmpdir(), "awlawiya-faults-"));
  const byScenario = new Map<string, number>();
  const problems: string[] = [];
  /** Was there still such a call to fail? */
  const failOne = async (base: Base, series: Series): Promise<boolean> => {
    const { scenario, fault, next: nth } = series;
    series.next = nextAfter(nth, every, scenario);
    const { wasInjected, problems: found } = await runFault(base, { ...series, nth });
    if (!wasInjected) return false;
    byScenario.set(scenario.name, (byScenario.get(scenario.name) ?? 0) + 1);
    for (const each of found) {
      problems.push(`${scenario.name}, ${fault.join(" ")} at ${nth}: ${each}`);
      console.error(problems.at(-1));
    }
    say(`${scenario.name}, ${fault.join(" ")}: ${nth}; ${problems.length} problems`);
    return true;
  };
  try {
    const base = await makeBase(join(folder, "base"));
    const scenarios = scenariosOn(base).filter(({ name }) => only === undefined || name === only);
    // In turn: a kind of call that a command makes thousands of times is failed by all workers at the end.
    const open = new Set(scenarios.flatMap(seriesOf));
    const worker = async (): Promise<void> => {
      for (let [series] = open; series !== undefined && problems.length < MOST_PROBLEMS; [series] = open) {
        open.delete(series);
        open.add(series);
        if (!(await failOne(base, series))) open.delete(series);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const points = [...byScenario.values()].reduce((total, each) => total + each, 0);
  return { points, byScenario: Object.fromEntries(byScenario), problems };
};

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({
    options: { every: { type: "string", default: "1" }, only: { type: "string" } },
  });
  const faults = await failCalls(Number(values.every), values.only);
  console.log(JSON.stringify(faults, null, 2));
  process.exitCode = faults.problems.length === 0 ? 0 : 1;
}
