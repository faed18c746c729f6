import { foldText } from "../../domain/text.ts";
import { type Printed, type PrintedProblem, said, unread } from "./printed.ts";

/** What a form may print for each value of the format, in any language. */
export type Labels<T extends string> = Readonly<Record<T, readonly string[]>>;

/** Reads a printed label, and prints one as French forms do. */
export interface LabelReader<T extends string> {
  (printed: string): Printed<T>;
  readonly print: (value: string) => string | undefined;
}

interface Phrase<T> {
  readonly words: string;
  readonly value: T;
}

/**
 * A reader of printed labels: the whole text first, else the longest label that stands in it as whole words.
 * Labels are compared without case, accents, vowel marks or punctuation.
 */
export const labelReader = <T extends string>(
  labels: Labels<T>,
  problem: PrintedProblem = "LABEL_UNKNOWN",
): LabelReader<T> => {
  const phrases: readonly Phrase<T>[] = (Object.entries(labels) as [T, readonly string[]][])
    .flatMap(([value, words]) => [value, ...words].map((each) => ({ words: foldText(each), value })))
    .toSorted((a, b) => b.words.length - a.words.length);
  const exact = new Map(phrases.map(({ words, value }) => [words, value]));
  const read = (printed: string): Printed<T> => {
    const text = foldText(printed);
    const value = exact.get(text) ?? phrases.find(({ words }) => ` ${text} `.includes(` ${words} `))?.value;
    return value === undefined ? unread(problem) : said(value);
  };
  const print = (value: string): string | undefined =>
    (labels as Readonly<Record<string, readonly string[]>>)[value]?.[0];
  return Object.assign(read, { print });
};
