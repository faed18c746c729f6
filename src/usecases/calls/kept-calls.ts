import type { Call } from "../../domain/search/call.ts";
import type { CallStore } from "./ports.ts";

/** So many calls are kept: a few megabytes. */
const MOST = 5000;

/** Public calls by number, as they were at a change or later. */
export type ShowCalls = (
  numbers: readonly number[],
  lastChange: number,
) => Promise<ReadonlyMap<number, Call>>;

/** Keeps calls that were shown until any call changes: most searches show what others have just shown. */
export const keptCalls = (calls: Pick<CallStore, "calls">): ShowCalls => {
  let kept = new Map<number, Call>();
  let keptAt = -1;
  return async (numbers, lastChange) => {
    if (keptAt !== lastChange || kept.size > MOST) kept = new Map();
    keptAt = lastChange;
    const now = kept;
    const missing = numbers.filter((number) => !now.has(number));
    if (missing.length > 0) for (const [number, call] of await calls.calls(missing)) now.set(number, call);
    return now;
  };
};
