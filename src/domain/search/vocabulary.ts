import type { Sector } from "../tender.ts";
import { stemArabic } from "./stem-arabic.ts";
import { stemFrench } from "./stem-french.ts";
import { wordsIn } from "./words.ts";

/** `vocabulary/search.json`: what the search knows of the two languages. */
export interface VocabularyFile {
  /** Words that say nothing. */
  readonly stop: readonly string[];
  /** Words of any notice, such as "services": beside others, a query does not insist on them. */
  readonly weak: readonly string[];
  /** Arabic words whose first letter looks glued and is not. */
  readonly keep: readonly string[];
  /** Words that are one word in several forms: broken plurals, irregular plurals. */
  readonly forms: readonly (readonly string[])[];
  /** Words and phrases, in any language, that mean one thing. */
  readonly synonyms: readonly SynonymGroup[];
}

export interface SynonymGroup {
  readonly id: string;
  readonly words: readonly string[];
  /** Words that mean it only in a call of that sector: "restauration" of monuments is no meal. */
  readonly ambiguous?: { readonly sector: Sector; readonly words: readonly string[] };
}

/** A phrase as stems, and what it means. */
interface Phrase {
  readonly stems: readonly string[];
  readonly concept: string;
  /** The sector that the text must be of; null when the phrase is clear by itself. */
  readonly sector: Sector | null;
}

/** The vocabulary, ready to be looked up; built once. */
export interface SearchVocabulary {
  readonly stop: ReadonlySet<string>;
  /** Stems. */
  readonly weak: ReadonlySet<string>;
  readonly keep: ReadonlySet<string>;
  readonly forms: ReadonlyMap<string, string>;
  /** Phrases by their first stem. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
  readonly stems: Map<string, string>;
}

/** A token, and where its word stands in the text. */
export interface Token {
  readonly token: string;
  readonly start: number;
  readonly end: number;
}

const ARABIC = /[\u0600-\u06FF]/;
/** Stems are asked again and again: they are kept, up to this many. */
const MOST_KEPT = 200_000;

const computed = (word: string, { keep, forms }: SearchVocabulary): string => {
  const stem = ARABIC.test(word) ? stemArabic(word, keep) : stemFrench(word);
  return forms.get(stem) ?? stem;
};

const stemOf = (word: string, vocabulary: SearchVocabulary): string => {
  const known = vocabulary.stems.get(word);
  if (known !== undefined) return known;
  const stem = computed(word, vocabulary);
  if (vocabulary.stems.size < MOST_KEPT) vocabulary.stems.set(word, stem);
  return stem;
};

/** The tokens of a text: stems, without the words that say nothing. */
export const tokensIn = (text: string, vocabulary: SearchVocabulary): readonly Token[] =>
  wordsIn(text).flatMap(({ word, start, end }) =>
    vocabulary.stop.has(word) ? [] : [{ token: stemOf(word, vocabulary), start, end }],
  );

const stands = (stems: readonly string[], tokens: readonly Token[], at: number): boolean =>
  stems.every((stem, index) => tokens[at + index]?.token === stem);

/** A concept found in a text, and the tokens that say it. */
export interface ConceptHit {
  /** The token of the group. */
  readonly concept: string;
  readonly from: number;
  readonly until: number;
}

/**
 * What the tokens mean, by the synonyms.
 * @param sector of the text; null in a query: an ambiguous word may then mean anything it can.
 */
export const conceptsIn = (
  tokens: readonly Token[],
  vocabulary: SearchVocabulary,
  sector: Sector | "unknown" | null,
): readonly ConceptHit[] =>
  tokens.flatMap(({ token }, at) =>
    (vocabulary.phrases.get(token) ?? [])
      .filter((phrase) => phrase.sector === null || sector === null || phrase.sector === sector)
      .filter(({ stems }) => stands(stems, tokens, at))
      .map(({ concept, stems }) => ({ concept, from: at, until: at + stems.length })),
  );

/** Letters and a figure alone: a token that every engine keeps whole, and no word. */
const CONCEPT = "c0";
const conceptOf = (id: string): string => `${CONCEPT}${id.replaceAll("-", "")}`;

/** Is the token a meaning, not a word? */
export const isConcept = (token: string): boolean => token.startsWith(CONCEPT);

const phrasesOf = (groups: readonly SynonymGroup[], stems: (text: string) => readonly string[]) => {
  const phrases = new Map<string, Phrase[]>();
  const add = (words: readonly string[], concept: string, sector: Sector | null): void => {
    for (const each of words.map(stems)) {
      const [first] = each;
      const known = phrases.get(first ?? "") ?? [];
      const isKnown = known.some((other) => other.concept === concept && other.stems.join() === each.join());
      if (first === undefined || isKnown) continue;
      phrases.set(first, [...known, { stems: each, concept, sector }]);
    }
  };
  for (const { id, words, ambiguous } of groups) {
    add(words, conceptOf(id), null);
    if (ambiguous !== undefined) add(ambiguous.words, conceptOf(id), ambiguous.sector);
  }
  return phrases;
};

const foldedWords = (texts: readonly string[]): readonly string[] =>
  texts.flatMap((text) => wordsIn(text).map(({ word }) => word));

/** Prepares the vocabulary for fast look-up. */
export const compileVocabulary = (file: VocabularyFile): SearchVocabulary => {
  const bare = {
    stop: new Set<string>(),
    weak: new Set<string>(),
    forms: new Map(),
    phrases: new Map(),
    stems: new Map(),
  };
  // Behind the article the first letter is the word's own.
  const keep = new Set(foldedWords(file.keep).map((word) => stemArabic(`ال${word}`, new Set())));
  const withKeep = { ...bare, keep };
  const forms = new Map(
    file.forms.flatMap((words) => {
      const stems = foldedWords(words).map((word) => computed(word, withKeep));
      return stems.map((stem) => [stem, stems[0] ?? stem] as const);
    }),
  );
  const stop = new Set(foldedWords(file.stop));
  const withForms = { ...bare, keep, forms, stop };
  const phrases = phrasesOf(file.synonyms, (text) =>
    tokensIn(text, { ...withForms, stems: new Map() }).map(({ token }) => token),
  );
  const weak = new Set(file.weak.flatMap((word) => tokensIn(word, withForms).map(({ token }) => token)));
  return { keep, forms, stop, weak, phrases, stems: new Map() };
};
