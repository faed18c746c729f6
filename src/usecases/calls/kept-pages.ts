import type { Search } from "../../domain/search/call.ts";
import type { OpenCalls } from "./ports.ts";
import type { SearchPage } from "./search-calls.ts";

/** So many pages are kept: some megabytes. */
const MOST = 500;

type FindPage = (search: Search, nowMs: number, lastChange: number) => Promise<SearchPage>;

/** Pages that hold as long as no call has changed or closed. */
interface Kept {
  readonly change: number;
  readonly until: number;
  readonly pages: Map<string, SearchPage>;
}

/** Finds a page of open calls once, for all who ask the same before any call changes or closes. */
export const keptPages = (open: Pick<OpenCalls, "nextClosing">, find: FindPage): FindPage => {
  let kept: Kept = { change: -1, until: 0, pages: new Map() };
  const current = async (nowMs: number, change: number): Promise<Kept> => {
    if (kept.change === change && nowMs < kept.until && kept.pages.size < MOST) return kept;
    const until = await open.nextClosing(nowMs, change);
    kept = { change, until, pages: new Map() };
    return kept;
  };
  return async (search, nowMs, change) => {
    const { pages } = await current(nowMs, change);
    const asked = JSON.stringify(search);
    const page = pages.get(asked) ?? (await find(search, nowMs, change));
    pages.set(asked, page);
    return page;
  };
};
