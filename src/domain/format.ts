import { dirhams } from "./money.ts";
import type { Language } from "./tender.ts";

// Own formats: Intl changes with the version of ICU and prints 1.234.567,50 where Moroccan papers
// write 1 234 567,50.

const NBSP = "\u00A0";
const LRI = "\u2066";
const PDI = "\u2069";

/** Currency after the figure, as printed in each language. */
const DIRHAM: Readonly<Record<Language, string>> = { ar: "درهم", fr: "DH", en: "MAD" };

/** Groups by thousands with no-break spaces: `1 234 567`. */
const grouped = (digits: string): string => digits.replaceAll(/\B(?=(\d{3})+$)/g, NBSP);

/** A count or a number of days: `1 234`; decimals with a comma, in English with a point. */
export const formatNumber = (value: number, language: Language): string => {
  const [whole = "", decimals] = String(value).split(".");
  if (decimals === undefined) return grouped(whole);
  return `${grouped(whole)}${language === "en" ? "." : ","}${decimals}`;
};

/** Centimes as dirhams in the Moroccan format: `1 999 800,00 DH`, `1 999 800,00 درهم`. */
export const formatAmount = (centimes: number, language: Language): string => {
  const [whole = "", cents = ""] = dirhams(centimes).split(".");
  return `${grouped(whole)}${language === "en" ? "." : ","}${cents}${NBSP}${DIRHAM[language]}`;
};

/** A share of one as a percentage: 0.02 → `2 %`. */
export const formatShare = (share: number, language: Language): string =>
  `${formatNumber(Math.round(share * 10_000) / 100, language)}${language === "en" ? "" : NBSP}%`;

/** Figures and Latin letters joined by hyphens, slashes or points: what bidi would turn around. */
const REFERENCE = /[A-Za-z0-9][A-Za-z0-9]*(?:[-/.:_][A-Za-z0-9]+)+/g;

/**
 * In Arabic text, puts each reference in a left-to-right isolate: UAX 9 shows 2-22-431 as 431-22-2 after
 * Arabic letters.
 */
export const isolateReferences = (text: string, language: Language): string =>
  language === "ar" ? text.replaceAll(REFERENCE, (reference) => `${LRI}${reference}${PDI}`) : text;
