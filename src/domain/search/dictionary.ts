import { isConcept } from "./vocabulary.ts";

/** The tokens that the stored calls hold, for words that a query misspells or leaves unfinished. */
export interface Dictionary {
  readonly has: (token: string) => boolean;
  /** Tokens that begin so, or that differ by one letter; at most `most`. */
  readonly like: (token: string, most: number) => readonly string[];
}

const SHORTEST_PREFIX = 3;
const SHORTEST_TYPO = 4;

/** Is one letter changed, added, left out, or are two neighbours exchanged? */
export const differsByOne = (a: string, b: string): boolean => {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (long.length > short.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  return (
    short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2)
  );
};

/** The ending that French stems lose; of a word that misspells it, stemming takes nothing away. */
const ENDING = "ation";
const SHORTEST_STEM = 5;

/** What the stem may be of a word with a misspelt ending: `sonorisaton`, `sonorisatoin` → `sonoris`. */
export const stemsOfMisspelt = (word: string): readonly string[] =>
  [ENDING.length - 1, ENDING.length, ENDING.length + 1]
    .filter((length) => differsByOne(word.slice(-length), ENDING))
    .map((length) => word.slice(0, -length))
    .filter((stem) => stem.length >= SHORTEST_STEM);

const isLike = (token: string, other: string): boolean => {
  if (isConcept(other)) return false;
  if (token.length >= SHORTEST_PREFIX && other.startsWith(token)) return true;
  return token.length >= SHORTEST_TYPO && !/\d/.test(token) && differsByOne(token, other);
};

/** A dictionary over a set of tokens that may grow. */
export const dictionaryOf = (tokens: {
  has(token: string): boolean;
  keys(): Iterable<string>;
}): Dictionary => ({
  has: (token) => tokens.has(token),
  like: (token, most) => {
    const found: string[] = [];
    for (const other of tokens.keys()) {
      if (!isLike(token, other)) continue;
      found.push(other);
      if (found.length === most) break;
    }
    return found;
  },
});
