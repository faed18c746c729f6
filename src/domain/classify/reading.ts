import { ALIF, codeAt, isMisread, LOST, NOT_ONE, ROW_SHIFT, SEPARATOR } from "./fold.ts";
import type { Lexicon } from "./lexicon.ts";
import { Link, linkOfMark, tighter, UNTIED } from "./link.ts";
import type { Hit } from "./phrases.ts";
import { DEAD, ROOT, UNKNOWN } from "./vocabulary.ts";
import { type Word, wordIn } from "./words.ts";

/** A text read with the lexicon: its words without the empty ones, and their numbers. */
export interface Reading {
  readonly text: string;
  readonly words: Word[];
  readonly numbers: number[];
}

const NOWHERE = -1;

const isArabicAt = (text: string, at: number): boolean => {
  const code = codeAt(text, at);
  return code >= ALIF && code < LOST;
};

/** Arabic has no word for "of": a word that nothing ties is the complement of the one before. */
const linkOf = ({ text, words }: Reading, link: Link, start: number): Link =>
  link === Link.None && words.length > 0 && isArabicAt(text, start) ? Link.Of : link;

/** Adds a word, or sees that it only ties; returns the tie that waits for the next word. */
const add = (reading: Reading, word: Word, waiting: Link, ties: Lexicon["ties"]): Link => {
  if (word.start === word.end) return waiting;
  const tie = ties[word.number] ?? UNTIED;
  if (tie !== UNTIED) return tighter(waiting, tie);
  word.link = tighter(linkOf(reading, waiting, word.start), word.link);
  reading.words.push(word);
  reading.numbers.push(word.number);
  return Link.None;
};

/** Reads a text in one walk over its letters; only words that the table does not give are looked at again. */
export const read = (text: string, { vocabulary, ties }: Lexicon): Reading => {
  const { next, numberAt } = vocabulary;
  const reading: Reading = { text, words: [], numbers: [] };
  let waiting: Link = Link.None;
  let start = NOWHERE;
  let row = ROOT;
  let highest = SEPARATOR;
  for (let at = 0; at <= text.length; at += 1) {
    const code = at < text.length ? codeAt(text, at) : SEPARATOR;
    if (code !== SEPARATOR) {
      if (start === NOWHERE) {
        start = at;
        row = ROOT;
        highest = code;
      }
      row = next[(row << ROW_SHIFT) + code] ?? DEAD;
      if (code > highest) highest = code;
      if (code === NOT_ONE && isMisread(text, at)) at += 1;
      continue;
    }
    if (start !== NOWHERE) {
      const number = numberAt[row] ?? UNKNOWN;
      // Latin letters have the lowest codes: above them are Arabic letters and lost ones.
      const isPlain = number !== UNKNOWN || highest < ALIF;
      const word = isPlain
        ? { number, start, end: at, link: Link.None }
        : wordIn(vocabulary, text, start, at);
      waiting = add(reading, word, waiting, ties);
      start = NOWHERE;
    }
    if (at < text.length) waiting = tighter(waiting, linkOfMark(text, at));
  }
  return reading;
};

/** The words of a hit as they stand in the text. */
export const termOf = ({ text, words }: Reading, { first, end }: Hit<unknown>): string =>
  text.slice(words[first]?.start, words[end - 1]?.end);
