import { parseArgs } from "node:util";
import { setInterval } from "node:timers/promises";
import { emptyDatabase } from "../../test/support/engines.ts";
import { loadClasses } from "./load/classes.ts";
import type { LoadFigures } from "./load/client.ts";
import { fill } from "./load/fill.ts";
import { indexed } from "./load/indexed.ts";
import { runClient } from "./load/run-client.ts";
import { prepareDatabase } from "./prepared.ts";
import { say } from "./say.ts";
import { startServed } from "./served.ts";
import { slopeOf } from "./slope.ts";

// The mix for a long time: memory that grows and pauses that lengthen show here.
// npm run reliability:soak [-- --minutes 30]

/** What a long run measured. */
export interface Soak {
  readonly minutes: number;
  readonly requests: number;
  readonly figures: LoadFigures;
  /** Megabytes a minute, after the first third. */
  readonly memorySlope: number;
  readonly memoryEnd: number;
  /** 99.9th percentile of the event loop's delay, milliseconds. */
  readonly eventLoopP999: number;
}

const CONNECTIONS = 16;
const SAMPLE_MS = 5000;
const MEGABYTE = 2 ** 20;

const figureIn = (text: string, name: string): number =>
  Number(new RegExp(`^${name} (\\S+)`, "m").exec(text)?.[1]);

/** Runs the mix for so many minutes over so many stored tenders. */
export const soak = async (minutes: number, tenders: number): Promise<Soak> => {
  const { location, logKeyFile, remove } = await emptyDatabase("sqlite");
  const { officer } = await prepareDatabase(location, logKeyFile, "officer");
  await fill(location, tenders);
  const first = await startServed({ database: location, logKeyFile });
  await indexed(first.url);
  first.process.kill("SIGTERM");
  await first.ended;
  // A service that has run before, as it is on any day but the first.
  const served = await startServed({ database: location, logKeyFile });
  const memory: [number, number][] = [];
  const start = performance.now();
  let text = "";
  const end = new AbortController();
  const watch = async (): Promise<void> => {
    for await (const _ of setInterval(SAMPLE_MS, null, { signal: end.signal })) {
      text = await (await fetch(`${served.url}/metrics`)).text();
      const minute = (performance.now() - start) / 60_000;
      const bytes = figureIn(text, "process_resident_memory_bytes");
      memory.push([minute, bytes / MEGABYTE]);
      say(`minute ${minute.toFixed(1)} of ${minutes}: ${Math.round(bytes / MEGABYTE)} MB`);
    }
  };
  const watching = watch().catch((error: unknown) => {
    if (!end.signal.aborted) throw error;
  });
  const figures = await runClient({
    urls: [served.url],
    connections: CONNECTIONS,
    seconds: minutes * 60,
    classes: loadClasses(officer),
    seed: 1,
  });
  end.abort();
  await watching;
  served.process.kill("SIGTERM");
  await served.ended;
  await remove();
  return {
    minutes,
    requests: Object.values(figures.classes).reduce((total, { answered }) => total + answered, 0),
    figures,
    memorySlope: Math.round(slopeOf(memory.filter(([minute]) => minute > minutes / 3)) * 100) / 100,
    memoryEnd: Math.round(memory.at(-1)?.[1] ?? 0),
    eventLoopP999: Math.round(figureIn(text, "awlawiya_event_loop_delay_p999_seconds") * 100_000) / 100,
  };
};

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({
    options: { minutes: { type: "string", default: "30" }, tenders: { type: "string", default: "100000" } },
  });
  const run = await soak(Number(values.minutes), Number(values.tenders));
  console.log(JSON.stringify(run, null, 2));
  process.exitCode = Object.keys(run.figures.failures).length === 0 ? 0 : 1;
}
