import type { Call, Search } from "../../domain/search/call.ts";
import type { SearchCalls } from "./search-calls.ts";

const PAGE = 200;

/**
 * All the calls of a search, page after page, up to about `most`: other requests are answered between two pages.
 * @param isSubscribed then calls that have only some of the words are left out: nobody asked to be told of them.
 */
export async function* everyCall(
  searchCalls: SearchCalls,
  search: Omit<Search, "limit">,
  most: number,
  isSubscribed: boolean,
): AsyncGenerator<readonly Call[]> {
  let { after } = search;
  for (let count = 0; count < most; count += PAGE) {
    const { items, next, relaxed } = await searchCalls({ ...search, limit: PAGE, after });
    if (relaxed && isSubscribed) return;
    yield items.map(({ call }) => call);
    if (next === null) return;
    after = next;
  }
}
