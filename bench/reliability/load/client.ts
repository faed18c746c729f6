import { setTimeout } from "node:timers/promises";
import { pick } from "../fuzz/spoil.ts";
import { randomFrom } from "../random.ts";
import { openConnection } from "./connection.ts";

/** Requests of one kind, as raw HTTP, and how many of a hundred they are. */
export interface LoadClass {
  readonly name: string;
  readonly share: number;
  readonly requests: readonly string[];
}

export interface LoadJob {
  /** The processes that serve; the connections are dealt out among them, as a proxy does. */
  readonly urls: readonly string[];
  readonly connections: number;
  readonly seconds: number;
  readonly classes: readonly LoadClass[];
  readonly seed: number;
}

export interface ClassFigures {
  readonly answered: number;
  readonly p50: number;
  readonly p99: number;
}

export interface LoadFigures {
  readonly seconds: number;
  /** Answers that were not 503, a second. */
  readonly goodput: number;
  readonly classes: Readonly<Record<string, ClassFigures>>;
  readonly refused: ClassFigures;
  /** Statuses other than 200 and 503, and broken connections. */
  readonly failures: Readonly<Record<string, number>>;
}

/** A client that was told to come back does, after a while. */
const BACK_MS = 1000;

const percentile = (sorted: readonly number[], share: number): number =>
  Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 100) / 100;

const figuresOf = (times: readonly number[]): ClassFigures => {
  const sorted = times.toSorted((one, other) => one - other);
  return { answered: times.length, p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99) };
};

const drawn = (classes: readonly LoadClass[], random: () => number): LoadClass => {
  let left = random() * classes.reduce((total, { share }) => total + share, 0);
  for (const each of classes) {
    left -= each.share;
    if (left < 0) return each;
  }
  return pick(random, classes);
};

/** Keeps so many connections busy for so long; each asks again when it was answered. */
export const load = async ({ urls, connections, seconds, classes, seed }: LoadJob): Promise<LoadFigures> => {
  const random = randomFrom(seed);
  const times = new Map<string, number[]>([
    ...classes.map(({ name }): [string, number[]] => [name, []]),
    ["503", []],
  ]);
  const failures = new Map<string, number>();
  const end = performance.now() + seconds * 1000;
  const bytes = new Map(classes.flatMap(({ requests }) => requests.map((text) => [text, Buffer.from(text)])));
  const askOne = async (connection: Awaited<ReturnType<typeof openConnection>>): Promise<void> => {
    const { name, requests } = drawn(classes, random);
    const start = performance.now();
    const status = await connection.ask(bytes.get(pick(random, requests)) ?? Buffer.alloc(0));
    const took = performance.now() - start;
    if (status === 200) times.get(name)?.push(took);
    else if (status === 503) times.get("503")?.push(took);
    else failures.set(String(status), (failures.get(String(status)) ?? 0) + 1);
    if (status === 503) await setTimeout(BACK_MS * (0.5 + random()));
  };
  const run = async (url: string): Promise<void> => {
    const connection = await openConnection(url);
    try {
      while (performance.now() < end) await askOne(connection);
    } catch (error) {
      const { message } = error as Error;
      failures.set(message, (failures.get(message) ?? 0) + 1);
    }
    connection.close();
  };
  await Promise.all(
    Array.from({ length: connections }, (_, number) => run(urls[number % urls.length] ?? "")),
  );
  const good = classes.reduce((total, { name }) => total + (times.get(name)?.length ?? 0), 0);
  return {
    seconds,
    goodput: Math.round(good / seconds),
    classes: Object.fromEntries(classes.map(({ name }) => [name, figuresOf(times.get(name) ?? [])])),
    refused: figuresOf(times.get("503") ?? []),
    failures: Object.fromEntries(failures),
  };
};

const answer = async (job: LoadJob): Promise<void> => {
  process.send?.(await load(job));
  process.disconnect();
};

process.once("message", (job: LoadJob) => void answer(job));
