import { type Request, raw } from "express";
import type { LocalDate } from "../domain/local-date.ts";
import type { Language } from "../domain/tender.ts";
import { LARGEST } from "../intake/gate.ts";
import { inputError } from "../intake/input-error.ts";
import { type ReadTender, readTender } from "../intake/read-tender.ts";
import { isDay } from "../intake/validator.ts";
import type { ReportVariant } from "../usecases/ports.ts";
import { HttpProblem } from "./problem.ts";

const LANGUAGES: readonly Language[] = ["ar", "fr", "en"];

/** The bytes of a JSON body, for the gate to read. */
export const jsonBytes = raw({ type: ["application/json", "application/*+json"], limit: LARGEST });

const badParameter = (name: string, expected: string): HttpProblem =>
  new HttpProblem("BAD_PARAMETER", [inputError(`/query/${name}`, "PARAMETER", expected)]);

/** One value of the query; an error when it is given twice. */
const oneOf = (request: Request, name: string): string | undefined => {
  const value = request.query[name];
  if (value === undefined || typeof value === "string") return value;
  throw badParameter(name, "is given more than once; expected one value");
};

/** Refuses parameters that the route does not know. */
export const allowQuery = (request: Request, ...names: readonly string[]): void => {
  const other = Object.keys(request.query).find((name) => !names.includes(name));
  if (other !== undefined)
    throw badParameter(
      other.slice(0, 100),
      `is not a parameter of this address; expected ${names.join(", ") || "none"}`,
    );
};

/** The tender in the body, or a problem with every place that is wrong. */
export const tenderIn = (request: Request): ReadTender => {
  if (!Buffer.isBuffer(request.body)) {
    const isEmpty =
      request.headers["content-length"] === "0" || request.headers["content-type"] === undefined;
    throw new HttpProblem(
      isEmpty ? "BAD_INPUT" : "UNSUPPORTED_TYPE",
      isEmpty ? [inputError("", "EMPTY", "the body is empty; expected a JSON document")] : [],
    );
  }
  const read = readTender(request.body);
  if (!read.ok) throw new HttpProblem("BAD_INPUT", read.errors);
  return read;
};

/** `?on=`: the day whose law applies. */
export const dayIn = (request: Request): LocalDate | null => {
  const on = oneOf(request, "on");
  if (on === undefined) return null;
  if (!isDay(on)) throw badParameter("on", "is not a day of the calendar; expected YYYY-MM-DD");
  return on;
};

const toLanguage = (value: string): Language | undefined => LANGUAGES.find((language) => language === value);

/** The language that Accept-Language asks for; null when it asks for none of ours. */
export const acceptedIn = (request: Request): Language | null => {
  // A cache between us and the reader must keep one answer for each language.
  request.res?.vary("Accept-Language");
  const header = request.headers["accept-language"];
  // A lone * asks for no language in particular.
  if (header === undefined || header.trim() === "*") return null;
  const accepted = request.acceptsLanguages(...LANGUAGES);
  return accepted === false ? null : (toLanguage(accepted) ?? null);
};

/** `?lang=`, else Accept-Language; null when neither asks for a language of ours. */
export const languageIn = (request: Request): Language | null => {
  const lang = oneOf(request, "lang");
  if (lang === undefined) return acceptedIn(request);
  const language = toLanguage(lang);
  if (language === undefined) throw badParameter("lang", "is no language of ours; expected ar, fr or en");
  return language;
};

const VARIANTS: readonly ReportVariant[] = ["full", "summary"];

/** `?variant=`: the whole report, or one page. */
export const variantIn = (request: Request): ReportVariant => {
  const asked = oneOf(request, "variant") ?? "full";
  const variant = VARIANTS.find((each) => each === asked);
  if (variant === undefined) throw badParameter("variant", "is no variant; expected full or summary");
  return variant;
};

const ID = /^[0-9A-HJKMNP-TV-Z]{26}$/;

/** `?with=`: the id of another assessment. */
export const otherIn = (request: Request): string => {
  const other = oneOf(request, "with");
  if (other === undefined || !ID.test(other)) throw badParameter("with", "expected the id of an assessment");
  return other;
};

/** `?limit=`, 1 to 200. */
export const limitIn = (request: Request): number => {
  const text = oneOf(request, "limit") ?? "50";
  const limit = Number(text);
  if (!/^\d{1,3}$/.test(text) || limit < 1 || limit > 200)
    throw badParameter("limit", "expected a number from 1 to 200");
  return limit;
};

/** `?cursor=`: what the last page answered as `next`. */
export const cursorIn = (request: Request): string | null => {
  const cursor = oneOf(request, "cursor");
  if (cursor === undefined) return null;
  if (!ID.test(cursor)) throw badParameter("cursor", "expected the `next` of a page");
  return cursor;
};

/** An id given as a parameter; null when it is not given. */
export const idIn = (request: Request, name: string): string | null => {
  const id = oneOf(request, name);
  if (id === undefined) return null;
  if (!ID.test(id)) throw badParameter(name, "expected an id of 26 letters and figures");
  return id;
};

/** The version in If-Match, as `GET` gave it in ETag; of `*`, whichever there is now. */
export const versionIn = async (
  request: Request,
  current: () => Promise<{ readonly version: number }>,
): Promise<number> => {
  const match = request.headers["if-match"];
  if (match === undefined) throw new HttpProblem("VERSION_REQUIRED");
  if (match.trim() === "*") return (await current()).version;
  const [, version] = /^"(\d{1,9})"$/.exec(match) ?? [];
  if (version === undefined) throw new HttpProblem("VERSION_CONFLICT");
  return Number(version);
};
