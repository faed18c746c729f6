import type { After, Found, IndexedCall, Search, Sort } from "../call.ts";
import { type Dictionary, dictionaryOf } from "../dictionary.ts";
import type { Query } from "../query.ts";
import { isConcept } from "../vocabulary.ts";
import { codeTable, type Columns, columnsOf, writeRow } from "./columns.ts";
import { filterPass } from "./filter-pass.ts";
import { addTokens, type Lists } from "./postings.ts";
import { topOf } from "./top.ts";
import { type Scratch, scratchOf, withoutExcluded, withScores } from "./word-scores.ts";

/** Calls held in columns: ranking, exact totals and the counts of every facet in one pass. */
export interface CallIndex {
  /** Adds a call, or replaces the one of the same number. */
  readonly put: (call: IndexedCall) => void;
  readonly remove: (number: number) => void;
  readonly has: (number: number) => boolean;
  /** `nowMs`: calls that close before are not open. The query was read with this index's dictionary. */
  readonly find: (search: Search, query: Query, nowMs: number) => Found;
  /** The next moment at which one of them closes, milliseconds since 1970; Infinity when none does. */
  readonly nextClosing: (nowMs: number) => number;
  readonly dictionary: Dictionary;
  /** Calls held, and rows that were replaced or removed: the caller builds a new index when they are many. */
  readonly size: () => number;
  readonly dead: () => number;
}

const FIRST_SIZE = 1024;
/** A word of the title counts for so many of the description. */
const TITLE_WEIGHT = 3;
const LATEST = Number.MAX_SAFE_INTEGER;

/** Concepts are meanings, not words: they make a text no longer. */
const lengthOf = (tokens: readonly string[]): number =>
  tokens.reduce((sum, token) => (isConcept(token) ? sum : sum + 1), 0);

const orLast = (value: number | undefined): number =>
  value === undefined || Number.isNaN(value) ? LATEST : value;

/** The smallest of the closings that are still to come. */
const nextAfter = ({ closesAt, isAlive }: Columns, count: number, nowMs: number): number => {
  let next = Infinity;
  for (let doc = 0; doc < count; doc += 1) {
    const at = closesAt[doc] ?? NaN;
    if (isAlive[doc] === 1 && at > nowMs && at < next) next = at;
  }
  return next;
};

/** What a sort orders by, smallest first. */
const keyOf = (sort: Sort, columns: Columns, scratch: Scratch, doc: number, distance: number): number => {
  if (sort === "deadline") return orLast(columns.closesAt[doc]);
  if (sort === "amount") return orLast(columns.amount[doc]);
  if (sort === "newest") return -(columns.publishedDay[doc] ?? 0) || 0;
  if (sort === "distance") return orLast(distance);
  return -Math.round((scratch.total[doc] ?? 0) * 1e4) / 1e4;
};

/** The documents below a count; the list is made anew only when it must grow. */
const listOfAll = () => {
  let all = new Uint32Array();
  return (count: number): Uint32Array => {
    if (all.length < count) {
      all = new Uint32Array(count * 2);
      for (let doc = 0; doc < all.length; doc += 1) all[doc] = doc;
    }
    return all.subarray(0, count);
  };
};

/** All the words, or some of them when no call has them all. */
const relaxing = (query: Query, run: (isRelaxed: boolean) => Omit<Found, "relaxed">): Found => {
  const all = run(false);
  const some = all.total === 0 && query.groups.length > 1 ? run(true) : all;
  return some.total === 0 ? { ...all, relaxed: false } : { ...some, relaxed: some !== all };
};

/** An empty index. */
export const callIndex = (): CallIndex => {
  const lists: Lists = new Map();
  const codes = codeTable();
  const docs = new Map<number, number>();
  let columns = columnsOf(FIRST_SIZE, null);
  let scratch = scratchOf(FIRST_SIZE);
  let count = 0;
  let lengths = 0;
  const upTo = listOfAll();

  const remove = (number: number): void => {
    const doc = docs.get(number);
    if (doc === undefined) return;
    docs.delete(number);
    columns.isAlive[doc] = 0;
    lengths -= columns.length[doc] ?? 0;
  };

  const put = ({ number, facts, title, other }: IndexedCall): void => {
    remove(number);
    if (count === columns.number.length) {
      columns = columnsOf(count * 2, columns);
      scratch = scratchOf(count * 2);
    }
    const doc = count;
    count += 1;
    docs.set(number, doc);
    writeRow(columns, codes, doc, facts);
    columns.number[doc] = number;
    columns.length[doc] = TITLE_WEIGHT * lengthOf(title) + lengthOf(other);
    lengths += columns.length[doc] ?? 0;
    addTokens(lists, doc, title, TITLE_WEIGHT);
    addTokens(lists, doc, other, 1);
  };

  const collect = (
    search: Search,
    chosen: readonly number[] | Uint32Array,
    nowMs: number,
    after: After | null,
  ) => {
    const top = topOf(search.limit, after);
    const openAt = search.scope === "open" ? nowMs : null;
    const passed = filterPass(columns, codes, chosen, search.filter, openAt, (doc, distance) => {
      top.offer(keyOf(search.sort, columns, scratch, doc, distance), columns.number[doc] ?? 0, distance);
    });
    return { ...passed, hits: top.hits };
  };

  /** Scores drift as calls come and go: a page goes on after the hit's score of now. */
  const afterNow = ({ after, sort }: Search): After | null => {
    const doc = after === null ? undefined : docs.get(after.number);
    if (after === null || doc === undefined || sort !== "relevance" || (scratch.total[doc] ?? 0) === 0)
      return after;
    return { number: after.number, key: keyOf(sort, columns, scratch, doc, NaN) };
  };

  const find = (search: Search, query: Query, nowMs: number): Found => {
    if (query.groups.length === 0) {
      const isAll = query.isEmpty || query.without.length > 0;
      const chosen = isAll ? withoutExcluded(lists, upTo(count), query.without) : [];
      return { ...collect(search, chosen, nowMs, search.after), relaxed: false };
    }
    const index = { lists, columns, scratch, count: docs.size, meanLength: lengths / (docs.size || 1) || 1 };
    const run = (isRelaxed: boolean): Omit<Found, "relaxed"> =>
      withScores(index, query, isRelaxed, (matched) => collect(search, matched, nowMs, afterNow(search)));
    return relaxing(query, run);
  };

  return {
    put,
    remove,
    has: (number) => docs.has(number),
    find,
    nextClosing: (nowMs) => nextAfter(columns, count, nowMs),
    dictionary: dictionaryOf(lists),
    size: () => docs.size,
    dead: () => count - docs.size,
  };
};
