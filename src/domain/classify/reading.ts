import { fold, type Folded } from "./fold.ts";
import type { Lexicon, Unmasking } from "./lexicon.ts";
import type { Hit } from "./phrases.ts";
import { spansOf, type Word, wordAt } from "./words.ts";

/** A text read with the lexicon: its words without the empty ones. */
export interface Reading {
  readonly folded: Folded;
  readonly words: readonly Word[];
}

// A context word unmasks a false friend from no farther than a short noun phrase.
const REACH_AFTER = 4;
const REACH_BEFORE = 3;

/** Reads a text; a word lost altogether ("�" for "à") is an empty word. */
export const read = (text: string, { vocabulary, emptyWords }: Lexicon): Reading => {
  const folded = fold(text);
  const words: Word[] = [];
  for (const span of spansOf(folded)) {
    const word = wordAt(vocabulary, span);
    if (word.end > word.start && !emptyWords.has(word.number)) words.push(word);
  }
  return { folded, words };
};

/** The words of a hit as they stand in the text, with the marks that have no code of their own. */
export const termOf = ({ folded, words }: Reading, { first, end }: Hit<unknown>): string => {
  const after = words[end - 1]?.end ?? folded.length;
  return folded.text.slice(
    folded.from[words[first]?.start ?? 0],
    after < folded.length ? folded.from[after] : undefined,
  );
};

const someWord = (words: readonly Word[], from: number, to: number, set: ReadonlySet<number>): boolean => {
  for (let at = Math.max(from, 0); at < Math.min(to, words.length); at += 1)
    if (set.has(words[at]?.number ?? 0)) return true;
  return false;
};

/** Is the word at a place unmasked by its neighbours? `until` is where the noun phrase ends. */
const isUnmasked = (
  { words }: Reading,
  at: number,
  until: number,
  unmaskings: readonly Unmasking[],
): boolean =>
  unmaskings.some(
    ({ after, before }) =>
      someWord(words, at + 1, Math.min(at + 1 + REACH_AFTER, until), after) ||
      someWord(words, at - REACH_BEFORE, at, before),
  );

/** A lone word that only looks like one of a sector: "restauration" of a wall, "hébergement" of a site. */
export const isFalseFriend = (
  reading: Reading,
  { first, end }: Hit<unknown>,
  until: number,
  { falseFriends }: Lexicon,
): boolean => {
  const unmaskings = end === first + 1 ? falseFriends.get(reading.words[first]?.number ?? 0) : undefined;
  return unmaskings !== undefined && isUnmasked(reading, first, until, unmaskings);
};
