/** Months from 1, as Moroccan papers print them and as their software does; folded by `monthOf`. */
const NAMES: readonly (readonly string[])[] = [
  ["janvier", "janv", "jan", "january", "يناير", "جانفي"],
  ["fevrier", "fevr", "fev", "february", "feb", "فبراير", "فيفري", "فبرابر"],
  ["mars", "mar", "march", "مارس"],
  ["avril", "avr", "april", "apr", "ابريل", "افريل"],
  ["mai", "may", "ماي", "مايو"],
  ["juin", "june", "jun", "يونيو", "يونيه", "جوان"],
  ["juillet", "juil", "july", "jul", "يوليوز", "يوليو", "جويلية"],
  ["aout", "aou", "august", "aug", "غشت", "اغسطس", "اوت"],
  ["septembre", "sept", "sep", "september", "شتنبر", "سبتمبر"],
  ["octobre", "oct", "october", "اكتوبر"],
  ["novembre", "nov", "november", "نونبر", "نوفمبر"],
  ["decembre", "dec", "december", "دجنبر", "ديسمبر"],
];

const folded = (name: string): string =>
  name.normalize("NFD").replaceAll(/\p{M}/gu, "").replaceAll(/[أإآ]/g, "ا").replaceAll(/\.$/g, "");

const MONTHS: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((names, index) => names.map((name) => [folded(name), index + 1] as const)),
);

/** The month of a name in French, Arabic or English, from 1; undefined when it is none. */
export const monthOf = (name: string): number | undefined => MONTHS.get(folded(name));
