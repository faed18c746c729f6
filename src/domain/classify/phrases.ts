import type { Word } from "./words.ts";

/** Phrases by their words; `meaning` is what the phrase that ends here says. */
export interface Phrases<M> {
  readonly after: Map<number, Phrases<M>>;
  meaning: M | null;
}

/** A phrase met in a text, from word `first` up to word `end`. */
export interface Hit<M> {
  readonly meaning: M;
  readonly first: number;
  readonly end: number;
}

export const noPhrases = <M>(): Phrases<M> => ({ after: new Map(), meaning: null });

/** Adds a phrase; returns the meaning it already had, if any. */
export const addPhrase = <M>(phrases: Phrases<M>, numbers: readonly number[], meaning: M): M | null => {
  let node = phrases;
  for (const number of numbers) {
    const next = node.after.get(number) ?? noPhrases<M>();
    node.after.set(number, next);
    node = next;
  }
  const before = node.meaning;
  node.meaning = before ?? meaning;
  return before;
};

/** The longest phrase that begins at a word. */
const longestAt = <M>(phrases: Phrases<M>, words: readonly Word[], first: number): Hit<M> | null => {
  let node: Phrases<M> | undefined = phrases;
  let hit: Hit<M> | null = null;
  for (let at = first; at < words.length; at += 1) {
    node = node.after.get(words[at]?.number ?? 0);
    if (node === undefined) return hit;
    if (node.meaning !== null) hit = { meaning: node.meaning, first, end: at + 1 };
  }
  return hit;
};

/** The phrases of a text, the longest first, none inside another. */
export const hitsIn = <M>(phrases: Phrases<M>, words: readonly Word[]): readonly Hit<M>[] => {
  const hits: Hit<M>[] = [];
  let at = 0;
  while (at < words.length) {
    const hit = longestAt(phrases, words, at);
    if (hit !== null) hits.push(hit);
    at = hit?.end ?? at + 1;
  }
  return hits;
};
