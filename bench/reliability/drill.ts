import { join } from "node:path";
import { parseArgs } from "node:util";
import { awlawiyaWith, type Ran } from "../../test/support/awlawiya.ts";
import { emptyDatabase } from "../../test/support/engines.ts";
import { temporaryFolder } from "../../test/support/temporary-folder.ts";
import { problemsIn } from "./found.ts";
import { fill } from "./load/fill.ts";
import { prepareDatabase } from "./prepared.ts";
import { startServed } from "./served.ts";
import { type Acknowledged, officersWork } from "./workload.ts";

// The drill of whoever keeps the service: back it up while officers work, put the backup into an empty database, look
// whether all that had been acknowledged before is there, and audit it. npm run reliability:drill [-- --tenders 100000]

/** What the drill came to. */
export interface Drill {
  readonly tenders: number;
  readonly seconds: { readonly backup: number; readonly restore: number; readonly audit: number };
  readonly acknowledgedBefore: number;
  readonly acknowledgedMeanwhile: number;
  readonly problems: readonly string[];
}

const FIRST = 20;

/** A command, and how many seconds it took. */
const timed = async (run: Promise<Ran>): Promise<Ran & { readonly seconds: number }> => {
  const started = performance.now();
  const ran = await run;
  return { ...ran, seconds: Math.round((performance.now() - started) / 100) / 10 };
};

const failed = (what: string, { code, out, err }: Ran): readonly string[] =>
  code === 0 ? [] : [`${what} ended with ${code}: ${`${out}${err}`.slice(0, 500)}`];

/** Runs the drill over so many stored tenders. */
export const drill = async (tenders: number): Promise<Drill> => {
  const from = await emptyDatabase("sqlite");
  const to = await emptyDatabase("sqlite");
  const folder = temporaryFolder();
  const file = join(folder.path, "backup.sqlite");
  const { officer } = await prepareDatabase(from.location, from.logKeyFile, "officer");
  await fill(from.location, tenders);
  const served = await startServed({ database: from.location, logKeyFile: from.logKeyFile });
  const before: Acknowledged[] = [];
  for await (const each of officersWork(served.url, officer.token, { from: 0, count: FIRST, reportEach: 4 }))
    before.push(each);
  const meanwhile: Acknowledged[] = [];
  let isOver = false;
  const work = async (): Promise<void> => {
    const endless = { from: FIRST, count: Infinity, reportEach: 4 };
    for await (const each of officersWork(served.url, officer.token, endless)) {
      if (isOver) return;
      meanwhile.push(each);
    }
  };
  const working = work();
  const addressOf = ({ location }: typeof from): Readonly<Record<string, string>> => ({
    DATABASE_URL: location.engine === "sqlite" ? `sqlite:${location.file}` : location.url,
    LOG_KEY_FILE: from.logKeyFile,
  });
  const backup = await timed(awlawiyaWith(addressOf(from), "backup", file));
  isOver = true;
  await working;
  served.process.kill("SIGTERM");
  await served.ended;
  const restore = await timed(awlawiyaWith(addressOf(to), "restore", file));
  const audit = await timed(awlawiyaWith(addressOf(to), "audit"));
  const problems = [
    ...failed("backup", backup),
    ...failed("restore", restore),
    ...failed("audit", audit),
    ...(await problemsIn(to.location, before)),
  ];
  for (const { remove } of [from, to]) await remove();
  folder.remove();
  return {
    tenders,
    seconds: { backup: backup.seconds, restore: restore.seconds, audit: audit.seconds },
    acknowledgedBefore: before.length,
    acknowledgedMeanwhile: meanwhile.length,
    problems,
  };
};

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({ options: { tenders: { type: "string", default: "100000" } } });
  const result = await drill(Number(values.tenders));
  console.log(JSON.stringify(result, null, 2));
  process.exitCode = result.problems.length === 0 ? 0 : 1;
}
