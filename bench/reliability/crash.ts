import { setTimeout } from "node:timers/promises";
import { parseArgs } from "node:util";
import type { DatabaseLocation } from "../../src/store/open-database.ts";
import { emptyDatabase } from "../../test/support/engines.ts";
import { restartPostgres, stopPostgres } from "../../test/support/postgres-server.ts";
import { problemsIn } from "./found.ts";
import { prepareDatabase } from "./prepared.ts";
import { randomFrom } from "./random.ts";
import { say } from "./say.ts";
import { type Served, startServed } from "./served.ts";
import { type Acknowledged, officersWork } from "./workload.ts";

// Kills the service at random moments of its work, again and again on one database, and looks whether all that it had
// acknowledged is there. npm run reliability:crash [-- --engine sqlite --kills 1000]

/** What many crashes left behind. */
export interface Crashes {
  readonly kills: number;
  readonly serverRestarts: number;
  readonly acknowledged: number;
  readonly problems: readonly string[];
}

/** Longest work before a kill, milliseconds. */
const WORK_MS = 500;
const CLIENTS = 3;
/** A database's rounds; then a new one, which is killed while it is made, too. */
const ROUNDS_EACH = 50;
const RECOVERY_MS = 10_000;

/** Works until the service no longer answers. */
const work = async (
  { url }: Served,
  token: string,
  from: number,
  acknowledged: Acknowledged[],
  isOver: () => boolean,
): Promise<void> => {
  try {
    for await (const each of officersWork(url, token, { from, count: 1_000_000, reportEach: 4 })) {
      acknowledged.push(each);
      if (isOver()) return;
    }
  } catch {
    // What was under way when the process died was not acknowledged.
  }
};

const killed = async (served: Served): Promise<void> => {
  served.process.kill("SIGKILL");
  await served.ended;
};

interface Place {
  readonly location: DatabaseLocation;
  readonly logKeyFile: string;
}

/** Kills the service while it starts on an empty database: migrations, key and rulebook are being written. */
const killStarting = async ({ location, logKeyFile }: Place, wait: number): Promise<void> => {
  const starting = startServed({
    database: location,
    logKeyFile,
    onSpawn: (child) => {
      void setTimeout(wait).then(() => child.kill("SIGKILL"));
    },
  });
  await starting.then(killed, () => undefined);
};

const oneKill = async (
  place: Place,
  token: string,
  round: number,
  wait: number,
  acknowledged: Acknowledged[],
) => {
  const served = await startServed({ database: place.location, logKeyFile: place.logKeyFile });
  const clients = Array.from({ length: CLIENTS }, (_, client) =>
    work(served, token, (round * CLIENTS + client) * 1000, acknowledged, () => false),
  );
  await setTimeout(wait);
  await killed(served);
  await Promise.all(clients);
};

/** The database server itself dies under a service that goes on. */
const oneRestart = async (place: Place, token: string, round: number, acknowledged: Acknowledged[]) => {
  const served = await startServed({ database: place.location, logKeyFile: place.logKeyFile });
  const before = acknowledged.length;
  let isOver = false;
  const clients = [work(served, token, round * 1000, acknowledged, () => isOver)];
  await setTimeout(WORK_MS);
  await restartPostgres();
  const deadline = Date.now() + RECOVERY_MS;
  while (!(await fetch(`${served.url}/readyz`)).ok) {
    if (Date.now() > deadline) throw new Error(`not ready after the server's restart: ${served.told()}`);
    await setTimeout(20);
  }
  isOver = true;
  await Promise.all(clients);
  for await (const each of officersWork(served.url, token, {
    from: round * 1000 + 500,
    count: 1,
    reportEach: 1,
  }))
    acknowledged.push(each);
  if (acknowledged.length === before) throw new Error("nothing was acknowledged");
  await killed(served);
};

/** A new database that was killed while it was made, and then made. */
const newPlace = async (engine: DatabaseLocation["engine"], random: () => number) => {
  const { location, logKeyFile, remove } = await emptyDatabase(engine);
  const place = { location, logKeyFile };
  await killStarting(place, random() * 1000);
  const { officer } = await prepareDatabase(location, logKeyFile, "officer");
  const acknowledged: Acknowledged[] = [];
  return { place, token: officer.token, acknowledged, remove };
};

/** Kills the service, then PostgreSQL's server, so often on databases of an engine; stops at the first problem. */
export const crash = async (
  engine: DatabaseLocation["engine"],
  kills: number,
  serverRestarts: number,
  seed: number,
): Promise<Crashes> => {
  const random = randomFrom(seed);
  const total = kills + serverRestarts;
  let [done, acknowledged] = [0, 0];
  let problems: readonly string[] = [];
  while (done < total && problems.length === 0) {
    const base = await newPlace(engine, random);
    for (
      const until = Math.min(total, done + ROUNDS_EACH);
      done < until && problems.length === 0;
      done += 1
    ) {
      if (done < kills) await oneKill(base.place, base.token, done, random() * WORK_MS, base.acknowledged);
      else await oneRestart(base.place, base.token, done, base.acknowledged);
      problems = await problemsIn(base.place.location, base.acknowledged);
      say(`${engine}: ${done + 1} of ${total}, ${acknowledged + base.acknowledged.length} acknowledged`);
    }
    acknowledged += base.acknowledged.length;
    await base.remove();
  }
  return { kills: Math.min(done, kills), serverRestarts: Math.max(0, done - kills), acknowledged, problems };
};

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({
    options: {
      engine: { type: "string", default: "sqlite" },
      kills: { type: "string", default: "1000" },
      restarts: { type: "string", default: "0" },
      seed: { type: "string", default: "1" },
    },
  });
  const engine = values.engine === "postgres" ? "postgres" : "sqlite";
  const crashes = await crash(engine, Number(values.kills), Number(values.restarts), Number(values.seed));
  await stopPostgres();
  console.log(JSON.stringify(crashes, null, 2));
  process.exitCode = crashes.problems.length === 0 ? 0 : 1;
}
