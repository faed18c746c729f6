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

/** What people write in figures: thousands apart, and what hyphens, slashes, points or commas join. */
const WRITTEN = /[A-Za-z0-9]+(?:[ \u00A0]\d{3}(?!\d))*(?:[-+/.:_,][A-Za-z0-9]+)*/g;

/**
 * In a user's text with Arabic letters, puts each number, date or reference of several parts in a left-to-right
 * isolate: UAX 9 shows 2-22-431 as 431-22-2 there, and 250 000 as 000 250.
 */
export const isolateWritten = (text: string): string =>
  /[\u0620-\u06FF]/.test(text)
    ? text.replaceAll(WRITTEN, (written) =>
        /^[A-Za-z0-9]*$/.test(written) ? written : `${LRI}${written}${PDI}`,
      )
    : text;

/** Between the items of a list that hold commas. */
export const LIST_SEPARATOR: Readonly<Record<Language, string>> = { ar: "؛ ", fr: " ; ", en: "; " };
