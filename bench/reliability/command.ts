import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { projectRoot } from "../../src/paths.ts";

/** How a command ended, and what it said. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  readonly seconds: number;
}

/** Runs a command of ours in a process of its own, by this Node.js or by another. */
export const command = async (
  parameters: readonly string[],
  environment: NodeJS.ProcessEnv = {},
  node = process.execPath,
): Promise<Ended> => {
  const started = performance.now();
  const child = spawn(node, [join(projectRoot, "bin/awlawiya.js"), ...parameters], {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [out, err] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    err += chunk.toString();
  });
  const [code] = (await once(child, "close")) as [number | null];
  return { code, out, err, seconds: Math.round((performance.now() - started) / 100) / 10 };
};
