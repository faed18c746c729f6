import type { Call, FacetCounts, Search } from "../../domain/search/call.ts";
import { keptCalls } from "./kept-calls.ts";
import { keptPages } from "./kept-pages.ts";
import { onceATurn } from "./once-a-turn.ts";
import type { CallSearch, CallStore, OpenCalls } from "./ports.ts";
import type { ProjectPending } from "./project-pending.ts";

/** A call of a page, with its distance from the place that was asked. */
export interface FoundCall {
  readonly call: Call;
  readonly distance: number | null;
}

/** One page of a search. */
export interface SearchPage {
  readonly items: readonly FoundCall[];
  readonly total: number;
  readonly facets: FacetCounts;
  readonly amountUnknown: number;
  readonly relaxed: boolean;
  /** The tokens that were looked for, for highlighting. */
  readonly tokens: readonly string[];
  /** Where the next page starts; null at the end. */
  readonly next: { readonly key: number; readonly number: number } | null;
}

export type SearchCalls = (search: Search) => Promise<SearchPage>;

/** What was stored just now is read before the search, up to so many tenders: a person sees what they stored. */
const READ_BEFORE = 100;

/** Searches the open calls in memory, and the archive on its own thread. */
export const searchCalls = (
  calls: CallStore,
  { open, all }: { readonly open: OpenCalls; readonly all: CallSearch },
  project: ProjectPending,
  now: () => Date,
): SearchCalls => {
  const showCalls = keptCalls(calls);
  const lastChange = onceATurn(async (): Promise<number> => {
    const state = await calls.state();
    if (!state.isPending) return state.lastChange;
    await project(READ_BEFORE);
    return (await calls.state()).lastChange;
  });
  const page = async (search: Search, nowMs: number, change: number): Promise<SearchPage> => {
    const engine = search.scope === "open" ? open : all;
    const { hits, ...found } = await engine.find(search, nowMs, change);
    const shown = await showCalls(
      hits.map(({ number }) => number),
      change,
    );
    const items = hits.flatMap(({ number, distance }) => {
      const call = shown.get(number);
      return call === undefined ? [] : [{ call, distance }];
    });
    const last = hits.length === search.limit ? hits.at(-1) : undefined;
    return { ...found, items, next: last === undefined ? null : { key: last.key, number: last.number } };
  };
  const openPage = keptPages(open, page);
  return async (search) => {
    const change = await lastChange();
    const nowMs = now().getTime();
    return search.scope === "open" ? openPage(search, nowMs, change) : page(search, nowMs, change);
  };
};
