import type { LocalDate } from "../../domain/local-date.ts";
import { type InputError, inputError } from "../../intake/input-error.ts";
import { isDay } from "../../intake/validator.ts";

// How the parameters of a search are read: what is wrong is told of all of them at once.

const MOST_VALUES = 50;
const MOST_DIRHAMS = 1e12;

/** What a search may hold; the page adds its own. */
export const SEARCH_PARAMETERS = [
  "q",
  "sector",
  "region",
  "province",
  "commune",
  "procedure",
  "reserved",
  "deadlineFrom",
  "deadlineTo",
  "amountMin",
  "amountMax",
  "lotMax",
  "near",
  "within",
  "sort",
  "scope",
  "cursor",
  "limit",
] as const;
export type Parameter = (typeof SEARCH_PARAMETERS)[number];

export type RawQuery = Readonly<Record<string, unknown>>;

/** Collects what is wrong, so that every error is told at once. */
export const reading = (query: RawQuery) => {
  const errors: InputError[] = [];
  const wrong = (name: Parameter, expected: string): null => {
    errors.push(inputError(`/query/${name}`, "PARAMETER", expected));
    return null;
  };
  /** Values, given once or many times, separated by commas; empty ones say nothing. */
  const values = (name: Parameter): readonly string[] => {
    const value = query[name];
    const texts = (Array.isArray(value) ? value : [value]).filter((each) => typeof each === "string");
    const all = texts
      .flatMap((text) => text.split(","))
      .map((text) => text.trim())
      .filter((text) => text !== "");
    if (all.length <= MOST_VALUES) return [...new Set(all)];
    wrong(name, `has too many values; expected at most ${MOST_VALUES}`);
    return [];
  };
  const one = (name: Parameter): string | null => {
    const value = query[name];
    if (Array.isArray(value)) return wrong(name, "is given more than once; expected one value");
    return typeof value === "string" && value !== "" ? value : null;
  };
  return { errors, wrong, values, one };
};
export type Reading = ReturnType<typeof reading>;

/** A day of the calendar; null when none is asked. */
export const day = (read: Reading, name: Parameter): LocalDate | null => {
  const value = read.one(name);
  if (value === null || isDay(value)) return value;
  return read.wrong(name, "is not a day of the calendar; expected YYYY-MM-DD");
};

/** Dirhams → centimes. */
export const amount = (read: Reading, name: Parameter): number | null => {
  const value = read.one(name);
  if (value === null) return null;
  const number = Number(value);
  if (/^\d{1,13}(?:\.\d{1,2})?$/.test(value) && number <= MOST_DIRHAMS) return Math.round(number * 100);
  return read.wrong(name, "is no amount; expected dirhams, such as 500000");
};

/** One of some values; null when none is asked. */
export const choice = <T extends string>(read: Reading, name: Parameter, allowed: readonly T[]): T | null => {
  const value = read.one(name);
  const known = allowed.find((each) => each === value) ?? null;
  return value === null || known !== null
    ? known
    : read.wrong(name, `is not allowed; expected ${allowed.join(", ")}`);
};
