import { parseArgs } from "node:util";
import { lookAtOne } from "./mutants/look.ts";
import { randomFrom } from "./random.ts";
import { say } from "./say.ts";

// Spoilt documents, read and judged within one process: each is refused with a reason or judged; nothing is thrown, and no
// prototype is changed. npm run reliability:mutants [-- --documents 1000000]

/** What became of many spoilt documents. */
export interface Mutants {
  readonly documents: number;
  readonly problems: readonly string[];
}

const MOST_PROBLEMS = 20;

/** Reads and judges so many. */
export const judgeMutants = (documents: number, seed: number): Mutants => {
  const random = randomFrom(seed);
  const problems: string[] = [];
  let number = 0;
  for (; number < documents && problems.length < MOST_PROBLEMS; number += 1) {
    const problem = lookAtOne(number, random);
    if (problem !== null) problems.push(problem);
    say(`${number} of ${documents}, ${problems.length} problems`);
  }
  return { documents: number, problems };
};

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({
    options: { documents: { type: "string", default: "1000000" }, seed: { type: "string", default: "1" } },
  });
  const result = judgeMutants(Number(values.documents), Number(values.seed));
  console.log(JSON.stringify(result, null, 2));
  process.exitCode = result.problems.length === 0 ? 0 : 1;
}
