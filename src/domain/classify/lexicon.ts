import { fold, LOST } from "./fold.ts";
import {
  type FalseFriend,
  invalidLexicon,
  type LexiconFile,
  readLexiconFile,
  type Says,
  type WordsByLanguage,
} from "./lexicon-file.ts";
import { Link, UNTIED } from "./link.ts";
import {
  type Entry,
  type FamilyMeaning,
  familyEntries,
  type SectorMeaning,
  sectorEntries,
  type StudyMeaning,
  studyEntries,
  wordsOf,
} from "./meanings.ts";
import { addPhrase, type Phrases } from "./phrases.ts";
import { type Vocabulary, type VocabularyBuilder, vocabularyBuilder } from "./vocabulary.ts";
import { spansOf, spellingOf } from "./words.ts";

/** The numbers of the words that unmask a false friend, or clear it. */
export interface Unmasking {
  readonly says: Says;
  readonly after: ReadonlySet<number>;
  readonly before: ReadonlySet<number>;
  readonly serving: ReadonlySet<number>;
  readonly reach: number;
  readonly unlessOf: ReadonlySet<number>;
  readonly otherwise: Says | null;
  readonly unlessAfter: ReadonlySet<number>;
}

/** The words of the rulebook, ready to be looked up; built once, at start. Arrays go by number of word. */
export interface Lexicon {
  readonly vocabulary: Vocabulary;
  /** How each word ties others, as "de" and "et", or nothing, as "la"; UNTIED for words that say something. */
  readonly ties: readonly (Link | typeof UNTIED)[];
  /** The words that say nothing of what is bought: "prestations de services". */
  readonly light: ReadonlySet<number>;
  readonly sectors: Phrases<SectorMeaning>;
  readonly falseFriends: readonly (readonly Unmasking[])[];
  readonly families: Phrases<FamilyMeaning>;
  readonly studies: Phrases<StudyMeaning>;
}

type Numbers = (phrase: string) => readonly number[];

const LATIN_ACCENTED = /[\u00C0-\u024F]/gu;
const LOST_LETTER = "\uFFFD";

/** The words of a phrase as numbers. A word is also known with all its accents lost. */
const numbersOf = (builder: VocabularyBuilder, phrase: string): readonly number[] => {
  const unaccented = phrase.replace(LATIN_ACCENTED, LOST_LETTER);
  const broken = unaccented === phrase ? [] : spansOf(fold(unaccented));
  return spansOf(fold(phrase)).map((span, place) => {
    const number = builder.add(spellingOf(span));
    const lost = broken[place];
    if (lost?.codes.includes(LOST) === true) builder.add(spellingOf(lost), number);
    return number;
  });
};

/** The same words stand in many phrases: each is read once. Nothing joins words over a space. */
const remembering = (numbersIn: Numbers): Numbers => {
  const known = new Map<string, readonly number[]>();
  return (phrase) => {
    const numbers: number[] = [];
    for (const word of phrase.split(" ")) {
      const found = known.get(word) ?? numbersIn(word);
      known.set(word, found);
      numbers.push(...found);
    }
    return numbers;
  };
};

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** @throws DomainError RULEBOOK_INVALID when a phrase is empty, or stands under two meanings. */
const phrasesOf = <M>(entries: readonly Entry<M>[], numbers: Numbers): Phrases<M> => {
  const phrases: Phrases<M> = [];
  for (const { file, phrase, meaning } of entries) {
    const words = numbers(phrase);
    if (words.length === 0) throw invalidLexicon(file, `"${phrase}" holds no word`);
    const before = addPhrase(phrases, words, meaning);
    if (before !== null && !isSame(before, meaning))
      throw invalidLexicon(file, `"${phrase}" has two meanings`);
  }
  return phrases;
};

/** A context word unmasks a false friend from no farther than a short noun phrase: so many words. */
export const REACH = 4;

const falseFriendsOf = (
  friends: readonly FalseFriend[],
  numbers: Numbers,
): ReadonlyMap<number, readonly Unmasking[]> => {
  const byWord = new Map<number, readonly Unmasking[]>();
  const setOf = (words: WordsByLanguage | undefined) => new Set(wordsOf(words).flatMap(numbers));
  for (const friend of friends) {
    const unmasking: Unmasking = {
      says: friend.says,
      after: setOf(friend.after),
      before: setOf(friend.before),
      serving: setOf(friend.serving),
      reach: friend.reach ?? REACH,
      unlessOf: setOf(friend.unlessOf),
      otherwise: friend.otherwise ?? null,
      unlessAfter: setOf(friend.unlessAfter),
    };
    for (const number of setOf(friend.words)) byWord.set(number, [...(byWord.get(number) ?? []), unmasking]);
  }
  return byWord;
};

// A number says nothing of the sector; all digits are one letter.
const LONGEST_NUMBER = 12;
const FIGURES = Array.from({ length: LONGEST_NUMBER }, (_, index) => "0".repeat(index + 1));

const tiesOf = (files: readonly LexiconFile[], numbers: Numbers): ReadonlyMap<number, Link> => {
  const ties = new Map<number, Link>();
  const tie = (words: readonly string[], link: Link): void => {
    for (const number of words.flatMap(numbers)) ties.set(number, link);
  };
  tie(FIGURES, Link.None);
  for (const file of files) {
    if (file.kind !== "grammar") continue;
    tie(wordsOf(file.empty), Link.None);
    tie(wordsOf(file.at), Link.At);
    tie(wordsOf(file.of), Link.Of);
    tie(wordsOf(file.and), Link.And);
    tie(wordsOf(file.anew), Link.Break);
  }
  return ties;
};

/** One item for each word, by its number. */
const byNumber = <T>(size: number, items: ReadonlyMap<number, T>, none: T): readonly T[] =>
  Array.from({ length: size + 1 }, (_, number) => items.get(number) ?? none);

/**
 * Prepares the lexicon for fast matching. `files` are the parsed files of `rulebook/lexicon`.
 * @throws DomainError RULEBOOK_INVALID naming the file and the phrase.
 */
export const compileLexicon = (files: readonly unknown[]): Lexicon => {
  const read = files.map(readLexiconFile);
  const builder = vocabularyBuilder();
  const ties = tiesOf(read, (phrase) => numbersOf(builder, phrase));
  // Ties say nothing inside a phrase.
  const numbers = remembering((word) => numbersOf(builder, word).filter((number) => !ties.has(number)));
  const light = read.flatMap((file) => (file.kind === "grammar" ? wordsOf(file.light) : []));
  const friends = read.flatMap((file) => (file.kind === "sector" ? file.falseFriends : []));
  const compiled = {
    light: new Set(light.flatMap(numbers)),
    sectors: phrasesOf(read.flatMap(sectorEntries), numbers),
    families: phrasesOf(read.flatMap(familyEntries), numbers),
    studies: phrasesOf(read.flatMap(studyEntries), numbers),
  };
  const falseFriends = falseFriendsOf(friends, numbers);
  const vocabulary = builder.build();
  return {
    ...compiled,
    vocabulary,
    ties: byNumber<Link | typeof UNTIED>(vocabulary.size, ties, UNTIED),
    falseFriends: byNumber(vocabulary.size, falseFriends, []),
  };
};
