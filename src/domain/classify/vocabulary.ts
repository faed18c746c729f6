import { ALPHABET, codeOf, LOST, SEPARATOR } from "./fold.ts";

/** A word as codes, from `start` up to `end`. */
export interface Span {
  readonly codes: readonly number[];
  readonly start: number;
  readonly end: number;
}

/** The words that the lexicon knows, each with a number: a tree of letters laid out as one table. */
export interface Vocabulary {
  readonly next: Uint16Array;
  readonly wordAt: Uint16Array;
}

/** Gives each word its number, the same for the same letters. */
export interface VocabularyBuilder {
  readonly numberOf: (span: Span) => number;
  readonly build: () => Vocabulary;
}

export const UNKNOWN = 0;
const ROOT = 0;

// The French letters that carry an accent or a cedilla.
const ACCENTED = ["e", "a", "i", "o", "u", "c"].map(codeOf);

/** Collects words; the table has a row for each beginning of a word. */
export const vocabularyBuilder = (): VocabularyBuilder => {
  const rows: Uint16Array[] = [new Uint16Array(ALPHABET)];
  const words: number[] = [UNKNOWN];
  let count = UNKNOWN;
  const rowAfter = (row: number, code: number): number => {
    const cells = rows[row];
    const known = cells?.[code] ?? ROOT;
    if (known !== ROOT || cells === undefined) return known;
    cells[code] = rows.push(new Uint16Array(ALPHABET)) - 1;
    words.push(UNKNOWN);
    return rows.length - 1;
  };
  const numberOf = ({ codes, start, end }: Span): number => {
    const row = codes.slice(start, end).reduce(rowAfter, ROOT);
    const known = words[row] ?? UNKNOWN;
    if (known !== UNKNOWN) return known;
    count += 1;
    words[row] = count;
    return count;
  };
  const build = (): Vocabulary => {
    const next = new Uint16Array(rows.length * ALPHABET);
    for (const [row, cells] of rows.entries()) next.set(cells, row * ALPHABET);
    return { next, wordAt: Uint16Array.from(words) };
  };
  return { numberOf, build };
};

/** A lost letter may have been any accented one; the table leaves few ways open. */
const throughLost = (vocabulary: Vocabulary, row: number, { codes, start, end }: Span): number => {
  for (const code of ACCENTED) {
    const after = vocabulary.next[row * ALPHABET + code] ?? ROOT;
    const word = after === ROOT ? UNKNOWN : wordFrom(vocabulary, after, { codes, start: start + 1, end });
    if (word !== UNKNOWN) return word;
  }
  return UNKNOWN;
};

const wordFrom = (vocabulary: Vocabulary, from: number, { codes, start, end }: Span): number => {
  let row = from;
  for (let at = start; at < end; at += 1) {
    const code = codes[at] ?? SEPARATOR;
    if (code === LOST) return throughLost(vocabulary, row, { codes, start: at, end });
    row = vocabulary.next[row * ALPHABET + code] ?? ROOT;
    if (row === ROOT) return UNKNOWN;
  }
  return vocabulary.wordAt[row] ?? UNKNOWN;
};

/** The number of a word, or UNKNOWN. */
export const find = (vocabulary: Vocabulary, span: Span): number => wordFrom(vocabulary, ROOT, span);
