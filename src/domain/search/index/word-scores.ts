import type { Alternative, Query } from "../query.ts";
import type { Columns } from "./columns.ts";
import type { Lists, Postings } from "./postings.ts";

// BM25 over postings. The alternatives of a group add up: a call that says the word and means it comes first.

const K1 = 1.2;
const B = 0.5;

/** Reused from search to search; all zero between two. */
export interface Scratch {
  readonly total: Float32Array;
  /** Score of the group that is being added. */
  readonly own: Float32Array;
  /** How many groups the document has answered so far. */
  readonly groups: Uint8Array;
}

export const scratchOf = (size: number): Scratch => ({
  total: new Float32Array(size),
  own: new Float32Array(size),
  groups: new Uint8Array(size),
});

/** What the scoring reads of the index. */
export interface Scored {
  readonly lists: Lists;
  readonly columns: Columns;
  readonly scratch: Scratch;
  /** Documents alive, and their mean length. */
  readonly count: number;
  readonly meanLength: number;
}

const rarity = (count: number, size: number): number => Math.log(1 + (count - size + 0.5) / (size + 0.5));

interface Term extends Postings {
  readonly factor: number;
}

const termsOf = ({ lists, count }: Scored, group: readonly Alternative[]): readonly Term[] =>
  group.flatMap(({ token, weight }) => {
    const postings = lists.get(token);
    if (postings === undefined) return [];
    return [
      { ...postings, factor: weight * Math.max(0.05, rarity(Math.max(count, postings.size), postings.size)) },
    ];
  });

/** Adds one group; answers with the documents that hold one of its alternatives. */
const addGroup = (index: Scored, terms: readonly Term[], needed: number): readonly number[] => {
  const { scratch, columns, meanLength } = index;
  const { own, groups } = scratch;
  const touched: number[] = [];
  for (const { docs, counts, size, factor } of terms)
    for (let at = 0; at < size; at += 1) {
      const doc = docs[at] ?? 0;
      if ((groups[doc] ?? 0) < needed || columns.isAlive[doc] === 0) continue;
      const count = counts[at] ?? 0;
      const length = (columns.length[doc] ?? 0) / meanLength;
      const score = (factor * count * (K1 + 1)) / (count + K1 * (1 - B + B * length));
      if (own[doc] === 0) touched.push(doc);
      own[doc] = (own[doc] ?? 0) + score;
    }
  for (const doc of touched) {
    scratch.total[doc] = (scratch.total[doc] ?? 0) + (own[doc] ?? 0);
    groups[doc] = (groups[doc] ?? 0) + 1;
    own[doc] = 0;
  }
  return touched;
};

const sizeOf = (terms: readonly Term[]): number => terms.reduce((sum, { size }) => sum + size, 0);

const clear = ({ scratch }: Scored, docs: readonly number[]): void => {
  for (const doc of docs) {
    scratch.total[doc] = 0;
    scratch.groups[doc] = 0;
  }
};

/** The documents that answer, and all whose scores were touched. */
interface Touched {
  readonly docs: readonly number[];
  readonly seen: readonly number[];
}

/** The rarest group first, so that later ones look only at what is left. */
const allGroups = (index: Scored, groups: readonly (readonly Term[])[]): Touched => {
  const ordered = groups.toSorted((a, b) => sizeOf(a) - sizeOf(b));
  const [first = []] = ordered;
  // Later groups touch none but those that the first has touched.
  const seen = addGroup(index, first, 0);
  let docs = seen;
  for (const [at, terms] of ordered.slice(1).entries())
    if (docs.length > 0) docs = addGroup(index, terms, at + 1);
  return { docs, seen };
};

const someGroups = (index: Scored, groups: readonly (readonly Term[])[]): Touched => {
  const { total, groups: answered } = index.scratch;
  const docs: number[] = [];
  // A document is new when this group is the first that it answers.
  for (const terms of groups)
    for (const doc of addGroup(index, terms, 0)) if (answered[doc] === 1) docs.push(doc);
  // A call that answers more of the words comes first.
  for (const doc of docs) total[doc] = (total[doc] ?? 0) * (answered[doc] ?? 0);
  return { docs, seen: docs };
};

/** The documents that hold none of the tokens. */
export const withoutExcluded = <D extends readonly number[] | Uint32Array>(
  lists: Lists,
  all: D,
  without: readonly string[],
): D => {
  const excluded = new Set<number>();
  for (const token of without) {
    const { docs: list, size } = lists.get(token) ?? { docs: new Uint32Array(), size: 0 };
    for (let at = 0; at < size; at += 1) excluded.add(list[at] ?? 0);
  }
  return excluded.size === 0 ? all : (all.filter((doc) => !excluded.has(doc)) as D);
};

/**
 * Scores the documents that answer every group, or some of them, and hands them to `use` while their scores
 * stand in the scratch.
 */
export const withScores = <T>(
  index: Scored,
  query: Query,
  isRelaxed: boolean,
  use: (docs: readonly number[]) => T,
): T => {
  const groups = query.groups.map((group) => termsOf(index, group));
  const { docs, seen } = isRelaxed ? someGroups(index, groups) : allGroups(index, groups);
  const answer = use(withoutExcluded(index.lists, docs, query.without));
  clear(index, seen);
  return answer;
};
