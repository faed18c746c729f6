import { fork } from "node:child_process";
import { once } from "node:events";
import type { LoadFigures, LoadJob } from "./client.ts";

/** Runs a client in a process of its own. */
export const runClient = async (job: LoadJob): Promise<LoadFigures> => {
  const child = fork(new URL("client.js", import.meta.url));
  child.send(job);
  const [figures] = (await Promise.race([
    once(child, "message"),
    once(child, "exit").then(([code]: number[]) => {
      throw new Error(`the client ended with ${code}`);
    }),
  ])) as [LoadFigures];
  return figures;
};
