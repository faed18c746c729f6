import { codeOf, type Folded, LOST, SEPARATOR } from "./fold.ts";
import { find, type Span, UNKNOWN, type Vocabulary } from "./vocabulary.ts";

/** A word of a text: its number in the vocabulary and its place among the codes. */
export interface Word {
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

const SHORTEST = 3;
const setOf = (letters: string): ReadonlySet<number> => new Set([...letters].map(codeOf));

const PLURAL = setOf("sx");
const ELIDED = setOf("cdjlmns");
const OPENS_AFTER_ELISION = new Set([...setOf("aeiouyh"), LOST]);
const CONJUNCTION = setOf("وف");
const PREPOSITION = setOf("بلك");
const GLUED = setOf("وفبلك");
const ALIF = codeOf("ا");
const LAM = codeOf("ل");
const SUFFIXES = ["ات", "ون", "ين", "ها", "هم", "ه"].map((suffix) => [...suffix].map(codeOf));

const at = ({ codes }: Span, place: number): number => codes[place] ?? SEPARATOR;
const isArabic = (span: Span): boolean => at(span, span.start) >= ALIF && at(span, span.start) < LOST;

/** The words of a text, as runs of codes between separators. */
export const spansOf = ({ codes }: Folded): readonly Span[] => {
  const spans: Span[] = [];
  let start = 0;
  for (let place = 0; place <= codes.length; place += 1) {
    if (place < codes.length && codes[place] !== SEPARATOR) continue;
    if (place > start) spans.push({ codes, start, end: place });
    start = place + 1;
  }
  return spans;
};

/** A French word without the mark of its plural. */
const singular = (span: Span): Span =>
  span.end - span.start > SHORTEST && PLURAL.has(at(span, span.end - 1))
    ? { codes: span.codes, start: span.start, end: span.end - 1 }
    : span;

/** An Arabic word without its article and what is glued before it: "والإطعام", "بالوجبات", "للإطعام". */
const bare = (span: Span): Span => {
  const { start, end } = span;
  const second = at(span, start + 1);
  if (end - start <= SHORTEST + 1) return span;
  if (second === LAM && (at(span, start) === ALIF || at(span, start) === LAM))
    return { codes: span.codes, start: start + 2, end };
  const isGlued = GLUED.has(at(span, start)) && (second === ALIF || GLUED.has(second));
  const rest = isGlued ? bare({ ...span, start: start + 1 }) : span;
  return rest.start === start + 1 ? span : rest;
};

/** The form under which a word is kept: the lexicon may be written with plurals and articles. */
export const baseOf = (span: Span): Span => (isArabic(span) ? bare(span) : singular(span));

const withoutFirst = (span: Span, letters: ReadonlySet<number>): Span | null =>
  span.end - span.start > SHORTEST && letters.has(at(span, span.start))
    ? { codes: span.codes, start: span.start + 1, end: span.end }
    : null;

/** "لل" is the preposition and an article that lost its alif. */
const withoutArticle = (span: Span): Span | null => {
  const { start, end } = span;
  if (end - start <= SHORTEST || at(span, start + 1) !== LAM) return null;
  return at(span, start) === ALIF || at(span, start) === LAM
    ? { codes: span.codes, start: start + 2, end }
    : null;
};

const endsWith = (span: Span, suffix: readonly number[]): boolean =>
  span.end - span.start >= suffix.length + SHORTEST &&
  suffix.every((code, index) => at(span, span.end - suffix.length + index) === code);

const findSuffixed = (vocabulary: Vocabulary, span: Span): number => {
  const known = find(vocabulary, span);
  if (known !== UNKNOWN) return known;
  for (const suffix of SUFFIXES) {
    if (!endsWith(span, suffix)) continue;
    const word = find(vocabulary, { ...span, end: span.end - suffix.length });
    if (word !== UNKNOWN) return word;
  }
  return UNKNOWN;
};

// A conjunction, a preposition and the article; a second conjunction is a slip that happens.
const CLITICS = 4;

/** Takes a clitic off only when the word is not known with it: "وجبات" begins with no "and". */
const findArabic = (vocabulary: Vocabulary, span: Span, clitics = CLITICS): number => {
  const known = findSuffixed(vocabulary, span);
  if (known !== UNKNOWN || clitics === 0) return known;
  const rest = withoutArticle(span) ?? withoutFirst(span, CONJUNCTION) ?? withoutFirst(span, PREPOSITION);
  return rest === null ? UNKNOWN : findArabic(vocabulary, rest, clitics - 1);
};

const isLost = (code: number): boolean => code === LOST;

const holdsLost = ({ codes, start, end }: Span): boolean => {
  const place = codes.indexOf(LOST, start);
  return place >= 0 && place < end;
};

/** Question marks around a word, when no lost letter there makes it a known one. */
const trimmed = (span: Span): Span => {
  let { start, end } = span;
  while (start < end && isLost(at(span, start))) start += 1;
  while (end > start && isLost(at(span, end - 1))) end -= 1;
  return { ...span, start, end };
};

/** An apostrophe may be lost as well: "l�internat". */
const afterElision = (span: Span): Span | null => {
  const { start } = span;
  const isElided =
    ELIDED.has(at(span, start)) &&
    isLost(at(span, start + 1)) &&
    OPENS_AFTER_ELISION.has(at(span, start + 2));
  return isElided ? { codes: span.codes, start: start + 2, end: span.end } : null;
};

const findLatin = (vocabulary: Vocabulary, span: Span): number => find(vocabulary, singular(span));

const findMended = (vocabulary: Vocabulary, span: Span): Word => {
  const rest = afterElision(span) ?? trimmed(span);
  const number = isArabic(rest) ? findArabic(vocabulary, rest) : findLatin(vocabulary, rest);
  return { number, start: rest.start, end: rest.end };
};

/** What stands at a place of the text, known or not. */
export const wordAt = (vocabulary: Vocabulary, span: Span): Word => {
  const number = isArabic(span) ? findArabic(vocabulary, span) : findLatin(vocabulary, span);
  if (number !== UNKNOWN || !holdsLost(span)) return { number, start: span.start, end: span.end };
  return findMended(vocabulary, span);
};
