import type { Language, LocalText } from "../../domain/tender.ts";

// How each kind of value is written in OCDS.

export type Json = Readonly<Record<string, unknown>>;

const isNothing = (value: unknown): boolean =>
  value === undefined ||
  (typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length === 0);

/** Lists of texts are sets in the standard: each is said once. */
const asSet = (value: unknown): unknown =>
  Array.isArray(value) && value.every((each) => typeof each === "string") ? [...new Set(value)] : value;

/** Leaves out what is unknown and what is empty; undefined when nothing is left. An empty list is kept. */
export const compact = (object: Json): Json | undefined => {
  const entries = Object.entries(object)
    .filter(([, value]) => !isNothing(value))
    .map(([key, value]) => [key, asSet(value)] as const);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
};

/** A list that has items: an empty one is said in `statedEmpty`, for the merge rules drop it. */
export const filled = <T>(list: readonly T[] | undefined): readonly T[] | undefined =>
  list === undefined || list.length === 0 ? undefined : list;

const WITHOUT_SECONDS = /T\d{2}:\d{2}(?=Z|[+-])/;
const UNKNOWN_TIME = /(T00:00:00|T23:59:59)(?=Z|[+-])/;

/**
 * A day alone gets the time that the standard gives to an unknown one: midnight, or the last second of an end. Where
 * that time is meant, its thousandths say so.
 */
export const dateOf = (moment: string | undefined, isEnd = false): string | undefined => {
  if (moment === undefined) return undefined;
  if (!moment.includes("T")) return `${moment}T${isEnd ? "23:59:59" : "00:00:00"}Z`;
  return moment.replace(WITHOUT_SECONDS, "$&:00").replace(UNKNOWN_TIME, "$1.000");
};

interface Money {
  readonly amount?: number;
  readonly taxIncluded?: boolean;
  readonly vatRate?: number;
}

export const valueOf = (money: Money | undefined): Json | undefined =>
  money?.amount === undefined ? undefined : { currency: "MAD", ...money };

/** Dirhams alone, with tax by the format. */
export const sumOf = (amount: number | undefined): Json | undefined =>
  amount === undefined ? undefined : valueOf({ amount });

const LANGUAGES: readonly Language[] = ["fr", "ar", "en"];

/** The language of the unmarked texts of a release. */
export const mainLanguage = (title: LocalText): Language =>
  LANGUAGES.find((language) => title[language] !== undefined) ?? "fr";

/** `title` in the main language, `title_ar` and so on in the others. */
export const wordsOf = (key: string, words: LocalText | undefined, main: Language): Json =>
  Object.fromEntries(
    LANGUAGES.flatMap((language) => {
      const text = words?.[language];
      return text === undefined ? [] : [[language === main ? key : `${key}_${language}`, text]];
    }),
  );
