import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../../domain/tender.ts";
import { projectRoot } from "../../paths.ts";
import type { InputError } from "../input-error.ts";

/** One thing that is wrong in a sheet: the row and the column, what stands there, and why it cannot be read. */
export interface CellProblem extends InputError {
  /** As the spreadsheet numbers it; null when the sheet as a whole is meant. */
  readonly row: number | null;
  /** The heading of the column; empty when the row as a whole is meant. */
  readonly column: string;
  /** What stands in the cell, shortened. */
  readonly value: string;
}

/** Was it found in a sheet? */
export const isCellProblem = (problem: InputError): problem is CellProblem => "row" in problem;

const LONGEST_QUOTE = 100;

const wordsIn = (language: Language): Readonly<Record<string, string>> =>
  JSON.parse(
    readFileSync(join(projectRoot, `templates/locales/tables-${language}.json`), "utf8"),
  ) as Readonly<Record<string, string>>;

const WORDS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  ar: wordsIn("ar"),
  fr: wordsIn("fr"),
  en: wordsIn("en"),
};

/** A word of the tables' own: a heading of the file of problems. */
export const tableWord = (key: string, language: Language): string => WORDS[language][key] ?? key;

/** Why, in words: what is wrong and what was expected. */
export const reasonOf = ({ code, value, message }: CellProblem, language: Language): string =>
  WORDS[language][code]?.replace("{value}", value) ?? message;

/** A problem with its English reason as the message. */
export const cellProblem = (
  code: string,
  place: { readonly row: number | null; readonly column?: string; readonly pointer?: string },
  value = "",
  message = code,
): CellProblem => {
  const problem = {
    pointer: place.pointer ?? "",
    code,
    message,
    row: place.row,
    column: place.column ?? "",
    value: value.slice(0, LONGEST_QUOTE),
  };
  return { ...problem, message: reasonOf(problem, "en") };
};
