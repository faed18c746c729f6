import { invalidLexicon } from "./lexicon-file.ts";
import { codeOf, LOST, part, ROW_SHIFT, SEPARATOR, type Span } from "./fold.ts";

/** The words that the lexicon knows, each with a number: a tree of letters laid out as one table. */
export interface Vocabulary {
  /** The row after a row and a letter: `next[(row << ROW_SHIFT) + code]`. */
  readonly next: Uint16Array;
  /** The number of the word that ends at a row. */
  readonly numberAt: Uint16Array;
  /** How many words there are. */
  readonly size: number;
}

/** A word not known. */
export const UNKNOWN = 0;
/** Where no known word goes on; it leads to itself. */
export const DEAD = 0;
/** Where words begin. */
export const ROOT = 1;

/** How a word is written: what it always begins with, and each letter that may end it. */
export interface Spelling {
  readonly base: Span;
  readonly endings: readonly number[];
}

/**
 * Collects words: `add` gives a spelling the number of a word, a new one unless it is said, where it has none yet;
 * returns the number of its base.
 * @throws DomainError RULEBOOK_INVALID when the table is full.
 */
export interface VocabularyBuilder {
  readonly add: (spelling: Spelling, number?: number) => number;
  readonly build: () => Vocabulary;
}

const WIDTH = 1 << ROW_SHIFT;
const LAST_ROW = 0xffff;

export const vocabularyBuilder = (): VocabularyBuilder => {
  // All rows that 16 bits can name: memory that is never written to costs nothing.
  const next = new Uint16Array((LAST_ROW + 1) * WIDTH);
  const numbers: number[] = [UNKNOWN, UNKNOWN];
  let size = 0;
  const rowAfter = (row: number, code: number): number => {
    const known = next[(row << ROW_SHIFT) + code] ?? DEAD;
    if (known !== DEAD) return known;
    const added = numbers.push(UNKNOWN) - 1;
    if (added > LAST_ROW) throw invalidLexicon("*", "it holds too many words");
    next[(row << ROW_SHIFT) + code] = added;
    return added;
  };
  const numberAt = (row: number, wanted: number | undefined): number => {
    const known = numbers[row] ?? UNKNOWN;
    if (known !== UNKNOWN) return known;
    if (wanted === undefined) size += 1;
    numbers[row] = wanted ?? size;
    return wanted ?? size;
  };
  const add = ({ base, endings }: Spelling, wanted?: number): number => {
    let row = ROOT;
    for (let at = base.start; at < base.end; at += 1) row = rowAfter(row, base.codes[at] ?? SEPARATOR);
    const number = numberAt(row, wanted);
    for (const ending of endings) numberAt(rowAfter(row, ending), wanted ?? number);
    return number;
  };
  const build = (): Vocabulary => ({
    next: next.slice(0, numbers.length * WIDTH),
    numberAt: Uint16Array.from(numbers),
    size,
  });
  return { add, build };
};

// The French letters that carry an accent or a cedilla.
const ACCENTED = ["e", "a", "i", "o", "u", "c"].map(codeOf);

/** A lost letter may have been any accented one; the table leaves few ways open. */
const throughLost = (vocabulary: Vocabulary, row: number, span: Span): number => {
  for (const code of ACCENTED) {
    const after = vocabulary.next[(row << ROW_SHIFT) + code] ?? DEAD;
    const number =
      after === DEAD ? UNKNOWN : numberFrom(vocabulary, after, part(span, span.start + 1, span.end));
    if (number !== UNKNOWN) return number;
  }
  return UNKNOWN;
};

const numberFrom = (vocabulary: Vocabulary, from: number, span: Span): number => {
  let row = from;
  for (let at = span.start; at < span.end; at += 1) {
    const code = span.codes[at] ?? SEPARATOR;
    if (code === LOST) return throughLost(vocabulary, row, part(span, at, span.end));
    row = vocabulary.next[(row << ROW_SHIFT) + code] ?? DEAD;
    if (row === DEAD) return UNKNOWN;
  }
  return vocabulary.numberAt[row] ?? UNKNOWN;
};

/** The number of a word, or UNKNOWN. */
export const find = (vocabulary: Vocabulary, span: Span): number => numberFrom(vocabulary, ROOT, span);
