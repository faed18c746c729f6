import { execFile } from "node:child_process";
import { join } from "node:path";
import { projectRoot } from "../../src/paths.ts";

/** How a command ended and what it printed. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command as a user would. */
export const awlawiya = (...args: readonly string[]): Promise<Ran> => awlawiyaWith({}, ...args);

/** The same with settings of the environment. */
export const awlawiyaWith = (
  environment: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<Ran> => awlawiyaBy(process.execPath, environment, ...args);

/** Settings in which the command speaks English, without colours. */
const PLAIN = { LANG: "en_US.UTF-8", LC_ALL: "", NO_COLOR: "1" };
const MOST_OUTPUT = 2 ** 26;

/** The same by another Node.js. */
export const awlawiyaBy = (
  node: string,
  environment: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<Ran> =>
  new Promise((resolve) => {
    const env = { ...process.env, ...PLAIN, ...environment };
    const command = [join(projectRoot, "bin/awlawiya.js"), ...args];
    execFile(node, command, { cwd: projectRoot, env, maxBuffer: MOST_OUTPUT }, (error, out, err) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, out, err });
    });
  });
