import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { projectRoot } from "../../src/paths.ts";
import type { DatabaseLocation } from "../../src/store/open-database.ts";

/** The service as operators run it, in a process of its own. */
export interface Served {
  readonly url: string;
  readonly process: ChildProcess;
  /** What it wrote on stderr until now. */
  readonly told: () => string;
  /** Ends with the exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
}

export interface ServeOptions {
  readonly database: DatabaseLocation;
  readonly logKeyFile: string;
  /** A command that runs the service under itself, such as a tracer. */
  readonly under?: readonly string[];
  readonly environment?: NodeJS.ProcessEnv;
  /** Hears of the process before it listens. */
  readonly onSpawn?: (child: ChildProcess) => void;
}

const START_MS = 60_000;

const addressOf = ({ database: location }: ServeOptions): string =>
  location.engine === "sqlite" ? `sqlite:${location.file}` : location.url;

const listening = async (child: ChildProcess, told: () => string): Promise<string> => {
  if (child.stdout === null) throw new Error("the service has no stdout");
  const lines = createInterface({ input: child.stdout });
  const [line] = (await Promise.race([
    once(lines, "line", { signal: AbortSignal.timeout(START_MS) }),
    once(child, "exit").then(([code]: number[]) => {
      throw new Error(`the service ended with ${code}: ${told()}`);
    }),
  ])) as [string];
  const url = /http:\S+/.exec(line)?.[0];
  if (url === undefined) throw new Error(`the service said: ${line}`);
  return url;
};

/** Starts the service on a free port; ready when the promise resolves. */
export const startServed = async (options: ServeOptions): Promise<Served> => {
  const own = [process.execPath, "--disable-proto=delete", join(projectRoot, "bin/awlawiya.js"), "serve"];
  const [program, ...parameters] = [...(options.under ?? []), ...own];
  if (program === undefined) throw new Error("there is nothing to run");
  const child = spawn(program, parameters, {
    env: {
      ...process.env,
      PORT: "0",
      DATABASE_URL: addressOf(options),
      LOG_KEY_FILE: options.logKeyFile,
      ...options.environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  options.onSpawn?.(child);
  let text = "";
  child.stderr.on("data", (chunk: Buffer) => {
    text += chunk.toString();
  });
  const told = (): string => text;
  const ended = once(child, "exit").then(([code, signal]) => (code ?? signal) as number | string);
  try {
    return { url: await listening(child, told), process: child, told, ended };
  } catch (error) {
    child.kill("SIGKILL");
    throw error;
  }
};
