import type { Request } from "express";
import type { Verdict } from "../domain/assessment.ts";
import type { Language } from "../domain/tender.ts";
import { inputError } from "../intake/input-error.ts";
import type { RegisterFilter } from "../usecases/register.ts";
import type { SampleOrder, Sampling } from "../usecases/sample-reports.ts";
import { HttpProblem } from "./problem.ts";

export const VERDICTS: readonly Verdict[] = [
  "compliant",
  "compliantWithReservations",
  "nonCompliant",
  "undetermined",
  "outOfScope",
];
const LANGUAGES: readonly Language[] = ["ar", "fr", "en"];
const SAMPLINGS: readonly Sampling[] = ["random", "risk"];
const LONGEST = 200;
const LARGEST_SAMPLE = 1000;

/** Names that the register's addresses know in their query. */
export const FILTERS = ["q", "buyer", "year", "verdict", "language"] as const;

const bad = (name: string, expected: string): HttpProblem =>
  new HttpProblem("BAD_PARAMETER", [inputError(`/query/${name}`, "PARAMETER", expected)]);

/** A value of the query; an empty field of a form says nothing. */
const textIn = ({ query }: Request, name: string): string | undefined => {
  const value = query[name];
  if (value === undefined || value === "") return undefined;
  if (typeof value !== "string" || value.length > LONGEST)
    throw bad(name, `expected one text of at most ${LONGEST} characters`);
  return value;
};

const oneOf = <T extends string>(request: Request, name: string, values: readonly T[]): T | undefined => {
  const text = textIn(request, name);
  const value = values.find((each) => each === text);
  if (text !== undefined && value === undefined) throw bad(name, `expected ${values.join(", ")}`);
  return value;
};

const yearIn = (request: Request): number | undefined => {
  const text = textIn(request, "year");
  if (text !== undefined && !/^\d{4}$/.test(text)) throw bad("year", "expected a year, YYYY");
  return text === undefined ? undefined : Number(text);
};

const given = <K extends string, V>(key: K, value: V | undefined) =>
  (value === undefined ? {} : { [key]: value }) as Partial<Record<K, V>>;

/** `?q=&buyer=&year=&verdict=&language=` */
export const filterIn = (request: Request): RegisterFilter => ({
  ...given("text", textIn(request, "q")),
  ...given("buyer", textIn(request, "buyer")),
  ...given("year", yearIn(request)),
  ...given("verdict", oneOf(request, "verdict", VERDICTS)),
  ...given("language", oneOf(request, "language", LANGUAGES)),
});

/** `?after=`: what the last page answered as `next`. */
export const afterIn = (request: Request): string | null => {
  const after = textIn(request, "after");
  if (after !== undefined && !/^[\d\-:.TZ]{24} [0-9a-f]{32} [a-z]{4,10}$/.test(after))
    throw bad("after", "expected the `next` of a page");
  return after ?? null;
};

/** `?seed=&size=&by=`; null when no sample is asked for. */
export const sampleIn = (request: Request): SampleOrder | null => {
  const seed = textIn(request, "seed");
  if (seed === undefined) return null;
  const text = textIn(request, "size") ?? "10";
  const size = Number(text);
  if (!/^\d{1,4}$/.test(text) || size < 1 || size > LARGEST_SAMPLE)
    throw bad("size", `expected a number from 1 to ${LARGEST_SAMPLE}`);
  return { seed, size, by: oneOf(request, "by", SAMPLINGS) ?? "random" };
};
