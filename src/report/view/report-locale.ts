import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../../domain/tender.ts";
import { projectRoot } from "../../paths.ts";

/** The report's own words, by key. */
export type ReportLocale = Readonly<Record<string, string>>;

const loaded = new Map<string, ReportLocale>();

/** The words of a file of templates/locales, read from disk once. */
const localeIn = (name: string): ReportLocale => {
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const path = join(projectRoot, "templates/locales", `${name}.json`);
  const words = JSON.parse(readFileSync(path, "utf8")) as ReportLocale;
  loaded.set(name, words);
  return words;
};

/** The report's own words in a language. */
export const reportLocale = (language: Language): ReportLocale => localeIn(language);

/**
 * What the facts of a tender are called: `estimate.amount`, `offers.*` for an element of a list; `=field.code`
 * for a code of the format.
 */
export const factLocale = (language: Language): ReportLocale => localeIn(`facts-${language}`);

/** Words of the yearly pack. */
export const packLocale = (language: Language): ReportLocale => localeIn(`pack-${language}`);

export type LanguageFlags = Readonly<Record<Language, boolean>>;

/** `{{#if is.ar}}` in a template. */
export const languageFlags = (language: Language): LanguageFlags => ({
  ar: language === "ar",
  fr: language === "fr",
  en: language === "en",
});
