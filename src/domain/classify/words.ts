import { ALIF, codeOf, fold, LOST, part, SEPARATOR, type Span } from "./fold.ts";
import { Link, tighter } from "./link.ts";
import { find, type Spelling, UNKNOWN, type Vocabulary } from "./vocabulary.ts";

/** A word of a text: its number, its place in the text, and what ties it to the words before it. */
export interface Word {
  readonly number: number;
  readonly start: number;
  readonly end: number;
  link: Link;
}

const SHORTEST = 3;
const setOf = (letters: string): ReadonlySet<number> => new Set([...letters].map(codeOf));

const PLURALS = ["s", "x"].map(codeOf);
const ELIDED = setOf("cdjlmns");
const OPENS_AFTER_ELISION = new Set([...setOf("aeiouyh"), LOST]);
const CONJUNCTION = setOf("وف");
const PREPOSITION = setOf("بك");
const GLUED = setOf("وفبلك");
const LAM = codeOf("ل");
const LAM_ALONE: ReadonlySet<number> = new Set([LAM]);
const SUFFIXES = ["ات", "ون", "ين", "ها", "هم", "ه"].map((suffix) => [...suffix].map(codeOf));

const at = ({ codes }: Span, place: number): number => codes[place] ?? SEPARATOR;
const isArabic = (span: Span): boolean => at(span, span.start) >= ALIF && at(span, span.start) < LOST;

/** The words of a text, as runs of codes between separators. */
export const spansOf = (text: Span): readonly Span[] => {
  const spans: Span[] = [];
  let { start } = text;
  for (let place = start; place <= text.end; place += 1) {
    if (place < text.end && at(text, place) !== SEPARATOR) continue;
    if (place > start) spans.push(part(text, start, place));
    start = place + 1;
  }
  return spans;
};

/** A French word without the mark of its plural. */
const singular = (span: Span): Span =>
  span.end - span.start > SHORTEST && PLURALS.includes(at(span, span.end - 1))
    ? part(span, span.start, span.end - 1)
    : span;

/** An Arabic word without its article and what is glued before it: "والإطعام", "بالوجبات", "للإطعام". */
const bare = (span: Span): Span => {
  const { start, end } = span;
  const second = at(span, start + 1);
  if (end - start <= SHORTEST + 1) return span;
  if (second === LAM && (at(span, start) === ALIF || at(span, start) === LAM))
    return part(span, start + 2, end);
  const isGlued = GLUED.has(at(span, start)) && (second === ALIF || GLUED.has(second));
  const rest = isGlued ? bare(part(span, start + 1, end)) : span;
  return rest.start === start + 1 ? span : rest;
};

const NO_ENDING: readonly number[] = [];

/** How a word of the lexicon may be written: with plural and article, too. */
export const spellingOf = (span: Span): Spelling => {
  if (isArabic(span)) return { base: bare(span), endings: NO_ENDING };
  const base = singular(span);
  return { base, endings: base.end - base.start < SHORTEST ? NO_ENDING : PLURALS };
};

const withoutFirst = (span: Span, letters: ReadonlySet<number>): Span | null =>
  span.end - span.start > SHORTEST && letters.has(at(span, span.start))
    ? part(span, span.start + 1, span.end)
    : null;

/** "لل" is the preposition and an article that lost its alif. */
const withoutArticle = (span: Span, before: number): Span | null => {
  const { start, end } = span;
  const isArticle = end - start > SHORTEST && at(span, start) === before && at(span, start + 1) === LAM;
  return isArticle ? part(span, start + 2, end) : null;
};

const endsWith = (span: Span, suffix: readonly number[]): boolean =>
  span.end - span.start >= suffix.length + SHORTEST &&
  suffix.every((code, index) => at(span, span.end - suffix.length + index) === code);

const findSuffixed = (vocabulary: Vocabulary, span: Span): number => {
  const known = find(vocabulary, span);
  if (known !== UNKNOWN) return known;
  for (const suffix of SUFFIXES) {
    if (!endsWith(span, suffix)) continue;
    const number = find(vocabulary, part(span, span.start, span.end - suffix.length));
    if (number !== UNKNOWN) return number;
  }
  return UNKNOWN;
};

interface Found {
  readonly number: number;
  readonly link: Link;
}

/** What may be glued before an Arabic word, and how it then stands to the words before it. */
const clitic = (span: Span): { readonly rest: Span; readonly link: Link } | null => {
  const article = withoutArticle(span, ALIF);
  if (article !== null) return { rest: article, link: Link.None };
  const purpose = withoutArticle(span, LAM) ?? withoutFirst(span, LAM_ALONE);
  if (purpose !== null) return { rest: purpose, link: Link.For };
  const joined = withoutFirst(span, CONJUNCTION);
  if (joined !== null) return { rest: joined, link: Link.And };
  const place = withoutFirst(span, PREPOSITION);
  return place === null ? null : { rest: place, link: Link.At };
};

// A conjunction, a preposition and the article; a second conjunction is a slip that happens.
const CLITICS = 4;

/** Takes a clitic off only when the word is not known with it: "وجبات" begins with no "and". */
const findArabic = (vocabulary: Vocabulary, span: Span, clitics = CLITICS): Found => {
  const number = findSuffixed(vocabulary, span);
  if (number !== UNKNOWN || clitics === 0) return { number, link: Link.None };
  const before = clitic(span);
  if (before === null) return { number, link: Link.None };
  const rest = findArabic(vocabulary, before.rest, clitics - 1);
  return { number: rest.number, link: tighter(rest.link, before.link) };
};

/** Question marks around a word, when no lost letter there makes it a known one. */
const trimmed = (span: Span): Span => {
  let { start, end } = span;
  while (start < end && at(span, start) === LOST) start += 1;
  while (end > start && at(span, end - 1) === LOST) end -= 1;
  return part(span, start, end);
};

/** An apostrophe may be lost as well: "l�internat". */
const afterElision = (span: Span): Span | null => {
  const { start } = span;
  const isElided =
    ELIDED.has(at(span, start)) &&
    at(span, start + 1) === LOST &&
    OPENS_AFTER_ELISION.has(at(span, start + 2));
  return isElided ? part(span, start + 2, span.end) : null;
};

const findSpan = (vocabulary: Vocabulary, span: Span): Found =>
  isArabic(span)
    ? findArabic(vocabulary, span)
    : { number: find(vocabulary, singular(span)), link: Link.None };

const placed = ({ from, start, end }: Span, { number, link }: Found): Word => ({
  number,
  link,
  start: from[start] ?? 0,
  end: from[end] ?? 0,
});

/**
 * A word that the table alone does not give: Arabic with what is glued to it, or letters lost at the source.
 * A word of nothing but lost letters ("�" for "à") is empty.
 */
export const wordIn = (vocabulary: Vocabulary, text: string, start: number, end: number): Word => {
  const span = fold(text, start, end);
  const found = findSpan(vocabulary, span);
  if (found.number !== UNKNOWN || !span.codes.includes(LOST)) return placed(span, found);
  const rest = afterElision(span) ?? trimmed(span);
  return placed(rest, findSpan(vocabulary, rest));
};
