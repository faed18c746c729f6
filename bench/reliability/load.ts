import { spawn } from "node:child_process";
import { once } from "node:events";
import { parseArgs } from "node:util";
import { emptyDatabase } from "../../test/support/engines.ts";
import { helloClass, loadClasses } from "./load/classes.ts";
import type { LoadClass, LoadFigures } from "./load/client.ts";
import { fill } from "./load/fill.ts";
import { indexed } from "./load/indexed.ts";
import { runClient } from "./load/run-client.ts";
import { prepareDatabase } from "./prepared.ts";
import { type Served, startServed } from "./served.ts";

// Load on one machine: the service and its client are processes of their own; beside it, in the same run, a bare
// Express. Several processes may serve one database, each at its port.
// npm run reliability:load [-- --tenders 100000 --seconds 20 --processes 2]

/** What one run measured. */
export interface LoadRun {
  readonly tenders: number;
  readonly processes: number;
  readonly hello: LoadFigures;
  /** Each class alone, at 32 connections. */
  readonly alone: Readonly<Record<string, LoadFigures>>;
  readonly mix: LoadFigures;
  /** The mix by ten connections, as many as wrk and autocannon open when they are not told. */
  readonly mixAtTen: LoadFigures;
  readonly overload: LoadFigures;
  readonly ratios: Readonly<Record<string, number>>;
}

const CONNECTIONS = 32;
const FEW = 10;
const OVERLOAD = 10;

const measureHello = async (seconds: number): Promise<LoadFigures> => {
  const child = spawn(process.execPath, [new URL("load/hello.js", import.meta.url).pathname], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  const url = /http:\S+/.exec(line.toString())?.[0] ?? "";
  const figures = await runClient({
    urls: [url],
    connections: CONNECTIONS,
    seconds,
    classes: [helloClass],
    seed: 1,
  });
  child.kill();
  return figures;
};

/** One after the other: the first makes the index that all of them read. */
const startAll = async (count: number, options: Parameters<typeof startServed>[0]): Promise<Served[]> => {
  const served: Served[] = [];
  while (served.length < count) {
    const one = await startServed(options);
    served.push(one);
    await indexed(one.url);
  }
  return served;
};

/** Measures everything in one run. */
export const measureLoad = async (tenders: number, seconds: number, processes = 1): Promise<LoadRun> => {
  const { location, logKeyFile, remove } = await emptyDatabase("sqlite");
  const { officer } = await prepareDatabase(location, logKeyFile, "officer");
  await fill(location, tenders);
  const served = await startAll(processes, { database: location, logKeyFile });
  const urls = served.map(({ url }) => url);
  const measure = (classes: readonly LoadClass[], connections: number): Promise<LoadFigures> =>
    runClient({ urls, connections, seconds, classes, seed: 1 });
  const classes = loadClasses(officer);
  await measure(classes, CONNECTIONS);
  const hello = await measureHello(seconds);
  const alone = new Map<string, LoadFigures>();
  for (const each of classes) alone.set(each.name, await measure([each], CONNECTIONS));
  const mix = await measure(classes, CONNECTIONS);
  const mixAtTen = await measure(classes, FEW);
  const overload = await measure(classes, CONNECTIONS * OVERLOAD);
  for (const { process: child } of served) child.kill("SIGTERM");
  await Promise.all(served.map(({ ended }) => ended));
  await remove();
  const ratio = ({ goodput }: LoadFigures): number => Math.round((goodput / hello.goodput) * 100) / 100;
  const ratios = {
    ...Object.fromEntries([...alone].map(([name, figures]) => [name, ratio(figures)])),
    mix: ratio(mix),
    mixAtTen: ratio(mixAtTen),
    overloadToMix: Math.round((overload.goodput / mix.goodput) * 100) / 100,
  };
  return { tenders, processes, hello, alone: Object.fromEntries(alone), mix, mixAtTen, overload, ratios };
};

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({
    options: {
      tenders: { type: "string", default: "100000" },
      seconds: { type: "string", default: "15" },
      processes: { type: "string", default: "1" },
    },
  });
  const run = await measureLoad(Number(values.tenders), Number(values.seconds), Number(values.processes));
  console.log(JSON.stringify(run, null, 2));
  const all = [...Object.values(run.alone), run.mix, run.mixAtTen, run.overload];
  process.exitCode = all.every(({ failures }) => Object.keys(failures).length === 0) ? 0 : 1;
}
