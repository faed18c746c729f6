import type { Says } from "./lexicon-file.ts";
import type { Lexicon, Unmasking } from "./lexicon.ts";
import { fold, type Folded } from "./fold.ts";
import type { Hit } from "./phrases.ts";
import { UNKNOWN } from "./vocabulary.ts";
import { spansOf, type Word, wordAt } from "./words.ts";

/** A text read with the lexicon: its words without the empty ones. */
export interface Reading {
  readonly folded: Folded;
  readonly words: readonly Word[];
  /** Places of the words that are a complement: "cantine" in "gestion de la cantine". */
  readonly complements: ReadonlySet<number>;
}

/** A context word unmasks a false friend from no farther than a short noun phrase. */
export const REACH_AFTER = 4;
const REACH_BEFORE = 3;

/** Reads a text; a word lost altogether ("�" for "à") is an empty word. */
export const read = (text: string, { vocabulary, emptyWords, ofWords }: Lexicon): Reading => {
  const folded = fold(text);
  const words: Word[] = [];
  const complements = new Set<number>();
  for (const span of spansOf(folded)) {
    const word = wordAt(vocabulary, span);
    if (ofWords.has(word.number)) complements.add(words.length);
    if (word.end > word.start && !emptyWords.has(word.number)) words.push(word);
  }
  return { folded, words, complements };
};

/** The words of a hit as they stand in the text, with the marks that have no code of their own. */
export const termOf = ({ folded, words }: Reading, { first, end }: Hit<unknown>): string => {
  const start = words[first]?.start ?? 0;
  const after = words[end - 1]?.end ?? start;
  return folded.text.slice(folded.from[start], folded.from[after]);
};

const someWord = (words: readonly Word[], from: number, to: number, set: ReadonlySet<number>): boolean => {
  for (let at = Math.max(from, 0); at < Math.min(to, words.length); at += 1)
    if (set.has(words[at]?.number ?? UNKNOWN)) return true;
  return false;
};

/** Is a hit unmasked by its neighbours? `until` is where the noun phrase ends. */
const isUnmasked = (
  { words, complements }: Reading,
  { first, end }: Hit<unknown>,
  until: number,
  { after, before, unlessOf }: Unmasking,
): boolean => {
  if (someWord(words, first - REACH_BEFORE, first, before)) return true;
  // "restauration scolaire" has already said what is restored.
  if (end > first + 1) return false;
  if (someWord(words, end, Math.min(end + REACH_AFTER, until), after)) return true;
  return unlessOf !== null && complements.has(end) && !unlessOf.has(words[end]?.number ?? UNKNOWN);
};

/**
 * What a hit says when it only looks like one of a sector, as "restauration" of a wall or "hébergement" of
 * a site; null when it is no false friend.
 */
export const unmasked = (
  reading: Reading,
  hit: Hit<unknown>,
  until: number,
  { falseFriends }: Lexicon,
): Says | null => {
  const unmaskings = falseFriends.get(reading.words[hit.first]?.number ?? UNKNOWN);
  return unmaskings?.find((unmasking) => isUnmasked(reading, hit, until, unmasking))?.says ?? null;
};
