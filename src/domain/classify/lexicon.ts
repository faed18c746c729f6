import type { Family, Sector } from "../tender.ts";
import { fold } from "./fold.ts";
import {
  type FalseFriend,
  invalidLexicon,
  type LexiconFile,
  readLexiconFile,
  type Says,
  type WordsByLanguage,
} from "./lexicon-file.ts";
import { addPhrase, noPhrases, type Phrases } from "./phrases.ts";
import { type Vocabulary, type VocabularyBuilder, vocabularyBuilder } from "./vocabulary.ts";
import { baseOf, spansOf } from "./words.ts";

/** What a phrase says of the sector. */
export type SectorMeaning =
  | { readonly kind: "sector"; readonly sector: Sector; readonly strong: boolean }
  | { readonly kind: "neutral" }
  | { readonly kind: "purpose" };

/** The numbers of the words that unmask a false friend. */
export interface Unmasking {
  readonly says: Says;
  readonly after: ReadonlySet<number>;
  readonly before: ReadonlySet<number>;
  readonly unlessOf: ReadonlySet<number> | null;
}

/** The words of the rulebook, ready to be looked up; built once, at start. */
export interface Lexicon {
  readonly vocabulary: Vocabulary;
  readonly emptyWords: ReadonlySet<number>;
  /** Empty words that make a complement of what follows: "de", "du". */
  readonly ofWords: ReadonlySet<number>;
  readonly sectors: Phrases<SectorMeaning>;
  readonly falseFriends: ReadonlyMap<number, readonly Unmasking[]>;
  readonly families: Phrases<Family | "neutral">;
  readonly studies: Phrases<"study" | "neutral">;
}

/** A phrase and the file that holds it. */
interface Entry<M> {
  readonly file: string;
  readonly phrase: string;
  readonly meaning: M;
}

const wordsOf = (words: WordsByLanguage | undefined): readonly string[] => Object.values(words ?? {}).flat();

const entriesOf = <M>(file: string, words: WordsByLanguage, meaning: M): readonly Entry<M>[] =>
  wordsOf(words).map((phrase) => ({ file, phrase, meaning }));

/** The words of a phrase as numbers; empty words say nothing inside it. */
const numbersOf = (
  builder: VocabularyBuilder,
  empty: ReadonlySet<number>,
  phrase: string,
): readonly number[] =>
  spansOf(fold(phrase))
    .map((span) => builder.numberOf(baseOf(span)))
    .filter((number) => !empty.has(number));

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** @throws DomainError RULEBOOK_INVALID when a phrase is empty, or stands under two meanings. */
const phrasesOf = <M>(
  entries: readonly Entry<M>[],
  numbers: (phrase: string) => readonly number[],
): Phrases<M> => {
  const phrases = noPhrases<M>();
  for (const { file, phrase, meaning } of entries) {
    const words = numbers(phrase);
    if (words.length === 0) throw invalidLexicon(file, `"${phrase}" holds no word`);
    const before = addPhrase(phrases, words, meaning);
    if (before !== null && !isSame(before, meaning))
      throw invalidLexicon(file, `"${phrase}" has two meanings`);
  }
  return phrases;
};

const sectorEntries = (file: LexiconFile): readonly Entry<SectorMeaning>[] => {
  if (file.kind === "grammar") return entriesOf(file.id, file.purpose, { kind: "purpose" });
  if (file.kind !== "sector") return [];
  const { id, strong, weak, neutral } = file;
  return [
    ...entriesOf<SectorMeaning>(id, strong, { kind: "sector", sector: id, strong: true }),
    ...entriesOf<SectorMeaning>(id, weak, { kind: "sector", sector: id, strong: false }),
    ...entriesOf<SectorMeaning>(id, neutral, { kind: "neutral" }),
  ];
};

const familyEntries = (file: LexiconFile): readonly Entry<Family | "neutral">[] => {
  if (file.kind === "sector") return entriesOf(file.id, file.neutral, "neutral");
  if (file.kind !== "families") return [];
  return Object.entries(file.families).flatMap(([family, words]) =>
    entriesOf(file.id, words, family as Family),
  );
};

const studyEntries = (file: LexiconFile): readonly Entry<"study" | "neutral">[] =>
  file.kind === "studies"
    ? [
        ...entriesOf<"study" | "neutral">(file.id, file.words, "study"),
        ...entriesOf<"study" | "neutral">(file.id, file.neutral, "neutral"),
      ]
    : [];

const falseFriendsOf = (
  friends: readonly FalseFriend[],
  numbers: (phrase: string) => readonly number[],
): ReadonlyMap<number, readonly Unmasking[]> => {
  const byWord = new Map<number, readonly Unmasking[]>();
  const setOf = (words: WordsByLanguage | undefined) => new Set(wordsOf(words).flatMap(numbers));
  for (const { words, says, after, before, unlessOf } of friends) {
    const complements = unlessOf === undefined ? null : setOf(unlessOf);
    const unmasking = { says, after: setOf(after), before: setOf(before), unlessOf: complements };
    for (const number of setOf(words)) byWord.set(number, [...(byWord.get(number) ?? []), unmasking]);
  }
  return byWord;
};

/**
 * Prepares the lexicon for fast matching. `files` are the parsed files of `rulebook/lexicon`.
 * @throws DomainError RULEBOOK_INVALID naming the file and the phrase.
 */
export const compileLexicon = (files: readonly unknown[]): Lexicon => {
  const read = files.map(readLexiconFile);
  const builder = vocabularyBuilder();
  const numbersOfEach = (words: readonly string[]) =>
    new Set(words.flatMap((word) => numbersOf(builder, new Set(), word)));
  const ofWords = numbersOfEach(read.flatMap((file) => (file.kind === "grammar" ? wordsOf(file.of) : [])));
  const empty = read.flatMap((file) => (file.kind === "grammar" ? wordsOf(file.empty) : []));
  const emptyWords = new Set([...ofWords, ...numbersOfEach(empty)]);
  const numbers = (phrase: string): readonly number[] => numbersOf(builder, emptyWords, phrase);
  const friends = read.flatMap((file) => (file.kind === "sector" ? file.falseFriends : []));
  const compiled = {
    emptyWords,
    ofWords,
    sectors: phrasesOf(read.flatMap(sectorEntries), numbers),
    falseFriends: falseFriendsOf(friends, numbers),
    families: phrasesOf(read.flatMap(familyEntries), numbers),
    studies: phrasesOf(read.flatMap(studyEntries), numbers),
  };
  return { ...compiled, vocabulary: builder.build() };
};
