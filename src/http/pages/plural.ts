import { formatNumber } from "../../domain/format.ts";
import type { Language } from "../../domain/tender.ts";
import type { PageWords } from "../service.ts";
import { fill } from "./fill.ts";

const RULES: Readonly<Record<Language, Intl.PluralRules>> = {
  ar: new Intl.PluralRules("ar"),
  fr: new Intl.PluralRules("fr"),
  en: new Intl.PluralRules("en"),
};

/** A count with its noun, in the form that CLDR names for it: `key.one`, `key.two`, `key.few`, `key.many`, `key.other`. */
export const plural = (words: PageWords, key: string, count: number, language: Language): string => {
  const form = words[`${key}.${RULES[language].select(count)}`] ?? words[`${key}.other`];
  return fill(form, { count: formatNumber(count, language) });
};
