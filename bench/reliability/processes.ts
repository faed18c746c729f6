import { parseArgs } from "node:util";
import { emptyDatabase } from "../../test/support/engines.ts";
import { problemsIn } from "./found.ts";
import { prepareDatabase } from "./prepared.ts";
import { say } from "./say.ts";
import { startServed } from "./served.ts";
import { type Acknowledged, officersWork } from "./workload.ts";

// Several processes of the service write to one SQLite file at once: nobody may be told that it is busy, and all that was
// acknowledged must be there. npm run reliability:processes [-- --processes 4 --tenders 2500]

/** What several processes on one file came to. */
export interface Together {
  readonly processes: number;
  readonly acknowledged: number;
  /** Answers other than those expected, and what is lost or half there afterwards. */
  readonly problems: readonly string[];
}

/** Each process stores and assesses so many tenders: two writes each. */
export const writeTogether = async (processes: number, tenders: number): Promise<Together> => {
  const { location, logKeyFile, remove } = await emptyDatabase("sqlite");
  const { officer } = await prepareDatabase(location, logKeyFile, "officer");
  const served = await Promise.all(
    Array.from({ length: processes }, () => startServed({ database: location, logKeyFile })),
  );
  const acknowledged: Acknowledged[] = [];
  const problems: string[] = [];
  const work = async (url: string, place: number): Promise<void> => {
    const part = { from: place * tenders, count: tenders, reportEach: Infinity };
    try {
      for await (const each of officersWork(url, officer.token, part)) {
        acknowledged.push(each);
        say(`${acknowledged.length} of ${2 * processes * tenders} writes`);
      }
    } catch (error) {
      problems.push(String(error));
    }
  };
  await Promise.all(served.map(({ url }, place) => work(url, place)));
  for (const { process: child, ended } of served) {
    child.kill("SIGTERM");
    await ended;
  }
  problems.push(...(await problemsIn(location, acknowledged)));
  await remove();
  return { processes, acknowledged: acknowledged.length, problems };
};

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({
    options: {
      processes: { type: "string", default: "4" },
      tenders: { type: "string", default: "2500" },
    },
  });
  const result = await writeTogether(Number(values.processes), Number(values.tenders));
  console.log(JSON.stringify(result, null, 2));
  process.exitCode = result.problems.length === 0 ? 0 : 1;
}
