// Words that stand around the figures of an amount, folded (see domain/text.ts), longest first where one holds
// another.

/** Whether tax is in the amount; without tax first, since دون احتساب الرسوم holds احتساب الرسوم. */
export const TAX_WORDS: readonly (readonly [words: RegExp, taxIncluded: boolean])[] = [
  [/\b(?:hors (?:taxes?|tva)|h\.? ?t\b\.?|ht\/tva|excl(?:uding|\.)? (?:tax|vat)|before tax)/g, false],
  [/(?:دون|بدون|من غير) (?:احتساب )?(?:جميع )?(?:ال)?(?:رسوم|ضرائب)|خارج (?:ال)?(?:رسوم|ضرائب)/g, false],
  [
    /\b(?:toutes (?:les )?taxes comprises|t\.? ?t\.? ?c\b\.?|tva comprise|taxes incluses|incl(?:uding|\.)? (?:tax|vat))/g,
    true,
  ],
  [
    /(?:مع )?(?:باحتساب|احتساب|شامل(?:ة)?|تشمل) (?:جميع )?(?:ل?ال?رسوم|ل?ال?ضرائب|ل?لرسوم|ل?لضرائب)|متضمن(?:ة)? (?:لجميع )?(?:ل?ال?رسوم|لرسوم)/g,
    true,
  ],
];

/** A word that multiplies the figures before it, in powers of ten. */
export const MULTIPLIERS: Readonly<Record<string, number>> = {
  mille: 3,
  milliers: 3,
  thousand: 3,
  k: 3,
  kdh: 3,
  ألف: 3,
  الف: 3,
  آلاف: 3,
  الاف: 3,
  million: 6,
  millions: 6,
  mdh: 6,
  mdhs: 6,
  مليون: 6,
  مليونا: 6,
  ملايين: 6,
  milliard: 9,
  milliards: 9,
  billion: 9,
  mmdh: 9,
  mddh: 9,
  مليار: 9,
  ملايير: 9,
};

/** Hundredths of a dirham: the press counts in millions of them. */
export const CENTIMES: ReadonlySet<string> = new Set([
  "centime",
  "centimes",
  "cts",
  "سنتيم",
  "سنتيما",
  "سنتيمات",
]);

/** Words that change nothing. */
export const IDLE: ReadonlySet<string> = new Set([
  "dh",
  "dhs",
  "mad",
  "dirham",
  "dirhams",
  "marocain",
  "marocains",
  "moroccan",
  "درهم",
  "درهما",
  "دراهم",
  "مغربي",
  "مغربيا",
  "د",
  "م",
  "de",
  "d",
  "des",
  "en",
  "et",
  "and",
  "of",
  "و",
  "من",
  "montant",
  "مبلغ",
]);

export const CURRENCIES = /[€$£]|\b(?:euros?|eur|usd|dollars?|gbp|livres?)\b|أورو|اورو|دولار/;
