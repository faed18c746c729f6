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

/** A number written with a point, as it is printed: `1234.50` → `1 234,50`; in English with a point. */
export const formatDecimal = (number: string, language: Language): string => {
  const [whole = "", decimals] = number.split(".");
  if (decimals === undefined) return grouped(whole);
  return `${grouped(whole)}${language === "en" ? "." : ","}${decimals}`;
};

/** A count or a number of days: `1 234`. */
export const formatNumber = (value: number, language: Language): string =>
  formatDecimal(String(value), language);

/** Points of the index; those of a lot are a share of the rule's, of which two decimals are enough to read. */
export const formatPoints = (points: number, language: Language): string =>
  formatNumber(Math.round(points * 100) / 100, language);

/** Dirhams with two decimals, `1999800.00`, in the Moroccan format: `1 999 800,00 DH`, `1 999 800,00 درهم`. */
export const formatDirhams = (amount: string, language: Language): string =>
  `${formatDecimal(amount, language)}${NBSP}${DIRHAM[language]}`;

/** Centimes as dirhams in the Moroccan format. */
export const formatAmount = (centimes: number, language: Language): string =>
  formatDirhams(dirhams(centimes), language);

/** A share of one as a percentage: 0.02 → `2 %`. */
export const formatShare = (share: number, language: Language): string =>
  `${formatNumber(Math.round(share * 10_000) / 100, language)}${language === "en" ? "" : NBSP}%`;

/** In Arabic, keeps a formula or reference in order from left to right, whatever stands around it. */
export const isolateFormula = (text: string, language: Language): string =>
  language === "ar" ? `${LRI}${text}${PDI}` : text;

/** Figures and Latin letters joined by hyphens, slashes or points: what bidi would turn around. */
const REFERENCE = /(?<![A-Za-z0-9])[A-Za-z0-9]+(?:[-/.:_][A-Za-z0-9]+)+/g;

/**
 * In Arabic text, puts each reference in a left-to-right isolate: UAX 9 shows 2-22-431 as 431-22-2 after
 * Arabic letters.
 */
export const isolateReferences = (text: string, language: Language): string =>
  language === "ar" ? text.replaceAll(REFERENCE, (reference) => isolateFormula(reference, language)) : text;

/** Whatever stands between Latin words and figures and is no Arabic letter; brackets in pairs. */
const BETWEEN = String.raw`[^\p{Script=Arabic}()]|\([^\p{Script=Arabic}()]*\)`;

/** Latin words with all that runs on with them to the last word, figure or bracket: `JBL EON 715 (2.1)`. */
const LATIN = String.raw`(?<![-+/.:_,\d])(?:\d[-+/.:_,\d]*)?\p{Script=Latin}(?:(?:${BETWEEN})*(?:[\p{Script=Latin}\d]|\([^\p{Script=Arabic}()]*\)))?`;

/** What people write in figures: thousands apart, and what hyphens, slashes, points or commas join. */
const FIGURES = String.raw`\d+(?:[ \u00A0]\d{3}(?!\d))*(?:[-+/.:_,]\d+)*`;

const WRITTEN = new RegExp(`${LATIN}|${FIGURES}`, "gu");

/** One word or number, or words without figures: UAX 9 shows them as they were written. */
const SIMPLE = /^(?:[\p{Script=Latin}\d]+|[\p{Script=Latin} ]+)$/u;

/**
 * In a user's text with Arabic letters, puts each number, date or reference of several parts in a left-to-right
 * isolate, with the Latin words that it belongs to: UAX 9 shows 2-22-431 as 431-22-2 there, and 250 000 as
 * 000 250; a number that is isolated alone would leave its word, ISO 22000:2018.
 */
export const isolateWritten = (text: string): string =>
  /[\u0620-\u06FF]/.test(text)
    ? text.replaceAll(WRITTEN, (written) => (SIMPLE.test(written) ? written : `${LRI}${written}${PDI}`))
    : text;

/** Between the items of a list that hold commas. */
export const LIST_SEPARATOR: Readonly<Record<Language, string>> = { ar: "؛ ", fr: " ; ", en: "; " };
