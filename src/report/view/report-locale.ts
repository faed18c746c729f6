import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../../domain/tender.ts";
import { projectRoot } from "../../paths.ts";

/** The report's own words, by key. */
export type ReportLocale = Readonly<Record<string, string>>;

const loaded = new Map<Language, ReportLocale>();

const read = (language: Language): ReportLocale => {
  const path = join(projectRoot, "templates/locales", `${language}.json`);
  return JSON.parse(readFileSync(path, "utf8")) as ReportLocale;
};

/** The words of a language, read from disk once. */
export const reportLocale = (language: Language): ReportLocale => {
  const words = loaded.get(language) ?? read(language);
  loaded.set(language, words);
  return words;
};
