import { setTimeout } from "node:timers/promises";
import { say } from "../say.ts";

const INDEX_MS = 3000;

/** The index of calls is filled behind the answers: measured when it is done. */
export const indexed = async (url: string): Promise<void> => {
  let [before, now] = [-1, 0];
  while (before !== now || now === 0) {
    await setTimeout(INDEX_MS);
    before = now;
    const { total } = (await (await fetch(`${url}/api/v1/calls`)).json()) as { total: number };
    now = total;
    say(`${now} open calls in the index`);
  }
};
