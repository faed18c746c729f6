import { daysBetween } from "./local-date.ts";
import type { Language, LocalText } from "./tender.ts";
import { foldText } from "./text.ts";
import type { YearOrder } from "./year.ts";

/** Two orders of nearly the same object, close to each other; `later` and `earlier` are places in the list. */
export interface LikeOrders {
  readonly earlier: number;
  readonly later: number;
}

/** An order of known day, with the words of its object in each language. */
interface Dated {
  readonly index: number;
  readonly orderedOn: string;
  readonly words: readonly ReadonlySet<string>[];
}

const LANGUAGES: readonly Language[] = ["ar", "fr", "en"];
/** Four words in five, so that another month or "second part" does not hide that the object is the same. */
const ALIKE = { shared: 4, of: 5 };
/** Articles and prepositions are shorter. */
const SHORTEST = 3;

/** The words that tell an object: no numbers, which only tell orders of one object apart. */
const wordsOf = (text: string | undefined): ReadonlySet<string> =>
  new Set(
    foldText(text ?? "")
      .split(" ")
      .filter((word) => word.length >= SHORTEST && !/^\p{N}+$/u.test(word)),
  );

const areAlike = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared > 0 && shared * ALIKE.of >= Math.max(a.size, b.size) * ALIKE.shared;
};

const allWords = (title: LocalText | undefined): readonly ReadonlySet<string>[] =>
  LANGUAGES.map((language) => wordsOf(title?.[language]));

const isLike = (a: Dated, b: Dated): boolean =>
  a.words.some((words, language) => areAlike(words, b.words[language] ?? new Set()));

/**
 * Orders whose objects are nearly identical and that lie within `window` days. Objects are compared as sets of
 * folded words, language by language: they are alike when they share four in five words of the longer one.
 * Each order is paired with the latest like one before it, so that a series of ten gives nine pairs.
 */
export const likeOrders = (orders: readonly YearOrder[], window: number): readonly LikeOrders[] => {
  const dated = orders
    .flatMap(({ orderedOn, title }, index) =>
      orderedOn === undefined ? [] : [{ index, orderedOn, words: allWords(title) }],
    )
    .toSorted((a, b) => (a.orderedOn < b.orderedOn ? -1 : a.orderedOn > b.orderedOn ? 1 : a.index - b.index));
  return dated.flatMap((later, place) => {
    const earlier = dated
      .slice(0, place)
      .findLast((other) => daysBetween(other.orderedOn, later.orderedOn) <= window && isLike(other, later));
    return earlier === undefined ? [] : [{ earlier: earlier.index, later: later.index }];
  });
};
