import { setImmediate } from "node:timers/promises";
import type { Found, Search } from "../../domain/search/call.ts";
import { type CallIndex, callIndex } from "../../domain/search/index/call-index.ts";
import { parseQuery } from "../../domain/search/query.ts";
import type { SearchVocabulary } from "../../domain/search/vocabulary.ts";
import type { CallStore, OpenCalls, SearchAnswer } from "./ports.ts";

/** So many are taken in before other requests have their turn: about ten milliseconds. */
const BATCH = 200;
/** An index is built anew when more than half of its rows are no longer in use. */
const isWorn = (index: CallIndex): boolean => index.dead() > 1000 && index.dead() > index.size();

interface Held {
  readonly index: CallIndex;
  change: number;
  /** Changes are followed one request after the other: an older row must not come after a newer one. */
  following: Promise<void>;
}

/** Loads what is open now. Changes that come meanwhile are followed after. */
const load = async (calls: CallStore, nowMs: number): Promise<Held> => {
  const index = callIndex();
  const change = (await calls.state()).lastChange;
  let last = 0;
  for (;;) {
    const batch = await calls.openAfter(nowMs, last, BATCH);
    for (const call of batch) index.put(call);
    last = batch.at(-1)?.number ?? last;
    if (batch.length < BATCH) return { index, change, following: Promise.resolve() };
    await setImmediate();
  }
};

const followNow = async (held: Held, calls: CallStore, nowMs: number, lastChange: number): Promise<void> => {
  while (held.change < lastChange) {
    const changes = await calls.changesAfter(held.change, BATCH);
    for (const { change, number, indexed } of changes) {
      const isOpen = (indexed?.facts.closesAt ?? 0) > nowMs;
      if (indexed !== null && isOpen) held.index.put(indexed);
      else held.index.remove(number);
      held.change = change;
    }
    if (changes.length < BATCH) return;
    await setImmediate();
  }
};

/** Follows the changes that other requests, or other processes, have made since. */
const follow = async (held: Held, calls: CallStore, nowMs: number, lastChange: number): Promise<void> => {
  if (lastChange <= held.change) return;
  const mine = (): Promise<void> => followNow(held, calls, nowMs, lastChange);
  // One that failed is no reason for the next to fail.
  held.following = held.following.then(mine, mine);
  await held.following;
};

/** Finds, with the tokens that were looked for. */
export const answerOf = (
  index: CallIndex,
  vocabulary: SearchVocabulary,
  search: Search,
  nowMs: number,
): SearchAnswer => {
  const query = parseQuery(search.text, vocabulary, index.dictionary);
  const found: Found = index.find(search, query, nowMs);
  return { ...found, tokens: query.groups.flat().map(({ token }) => token) };
};

/**
 * The open calls, held in memory and fresh at each search: a few tens of thousands at most, so that a search
 * takes less than a request's own overhead.
 */
export const openCalls = (calls: CallStore, vocabulary: SearchVocabulary): OpenCalls => {
  let held: Promise<Held> | null = null;
  const fresh = async (nowMs: number, lastChange: number): Promise<Held> => {
    held ??= load(calls, nowMs);
    const now = await held.catch((error: unknown) => {
      held = null;
      throw error;
    });
    await follow(now, calls, nowMs, lastChange);
    if (isWorn(now.index)) held = null;
    return now;
  };
  return {
    find: async (search, nowMs, lastChange) =>
      answerOf((await fresh(nowMs, lastChange)).index, vocabulary, search, nowMs),
    nextClosing: async (nowMs, lastChange) => (await fresh(nowMs, lastChange)).index.nextClosing(nowMs),
  };
};
