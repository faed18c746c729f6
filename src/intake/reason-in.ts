import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../domain/tender.ts";
import { projectRoot } from "../paths.ts";
import type { InputError } from "./input-error.ts";
import { isCellProblem, reasonOf } from "./table/cell-problem.ts";

/** A reason as our readers give it, in English, with {0}, {1} for what it names, and in the other languages. */
type Reason = Readonly<Record<Language, string>>;

interface KnownReason extends Reason {
  /** What it begins with, before the first thing that it names. */
  readonly start: string;
  readonly pattern: RegExp;
}

const PLACE = /\{(\d)\}/g;
const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);

const known = (reason: Reason): KnownReason => {
  const fixed = reason.en.split(PLACE).filter((_, index) => index % 2 === 0);
  const pattern = new RegExp(`^${fixed.map(escaped).join(String.raw`([\s\S]*?)`)}$`);
  return { ...reason, start: fixed[0] ?? "", pattern };
};

/** Every reason that has words in all languages: `templates/locales/reasons.json`. */
export const reasons = (): readonly Reason[] =>
  JSON.parse(readFileSync(join(projectRoot, "templates/locales/reasons.json"), "utf8")) as readonly Reason[];

let catalogue: readonly KnownReason[] | undefined;

/** What is named keeps its own direction among Arabic words. */
const named = (value: string, language: Language): string =>
  language === "ar" ? `\u2066${value}\u2069` : value;

/** An English reason in a language; as it is when it is none that is known. */
export const translated = (message: string, language: Language): string => {
  if (language === "en") return message;
  catalogue ??= reasons().map(known);
  for (const reason of catalogue) {
    const [, ...values] = (message.startsWith(reason.start) && reason.pattern.exec(message)) || [];
    if (values.length === 0 && message !== reason.en) continue;
    return reason[language].replaceAll(PLACE, (_, place: string) =>
      named(values[Number(place)] ?? "", language),
    );
  }
  return message;
};

/** Why something cannot be read, in words of the user's language. */
export const reasonIn = (problem: InputError, language: Language): string =>
  isCellProblem(problem) ? reasonOf(problem, language) : translated(problem.message, language);
