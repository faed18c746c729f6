// Numbers before a masculine counted noun, as Moroccan papers write amounts, without vowel signs.

const UNITS = ["", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة"];
const TEENS = ["أحد", "اثنا", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة"];
const TENS = ["", "", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"];
const HUNDREDS = [
  "",
  "مائة",
  "مائتان",
  "ثلاثمائة",
  "أربعمائة",
  "خمسمائة",
  "ستمائة",
  "سبعمائة",
  "ثمانمائة",
  "تسعمائة",
];

/** A noun as numbers govern it: one, two, three to ten, eleven to ninety-nine, and hundreds. */
interface Noun {
  readonly one: string;
  readonly two: string;
  readonly few: string;
  readonly many: string;
}

const SCALES: readonly (Noun & { readonly value: number })[] = [
  { value: 1e12, one: "تريليون", two: "تريليونان", few: "تريليونات", many: "تريليونا" },
  { value: 1e9, one: "مليار", two: "ملياران", few: "ملايير", many: "مليارا" },
  { value: 1e6, one: "مليون", two: "مليونان", few: "ملايين", many: "مليونا" },
  { value: 1000, one: "ألف", two: "ألفان", few: "آلاف", many: "ألفا" },
];
const DIRHAM: Noun = { one: "درهم", two: "درهمان", few: "دراهم", many: "درهما" };
const CENTIME: Noun = { one: "سنتيم", two: "سنتيمان", few: "سنتيمات", many: "سنتيما" };

const AND = " و";

/** A dual drops its ن before the noun it governs: مائتا درهم, ألفا درهم. */
const beforeNoun = (words: string): string => words.replace(/(مائت|ألف|مليون|مليار|تريليون)ان$/, "$1ا");

const belowHundred = (value: number): string => {
  if (value <= 10) return UNITS[value] ?? "";
  if (value < 20) return `${TEENS[value - 11]} عشر`;
  return [UNITS[value % 10], TENS[Math.floor(value / 10)]].filter((word) => word !== "").join(AND);
};

const belowThousand = (value: number): string =>
  [HUNDREDS[Math.floor(value / 100)], belowHundred(value % 100)].filter((word) => word !== "").join(AND);

/** `count` (below 1000) thousands, millions… `isLast` when the counted noun follows at once. */
const scaled = (count: number, noun: Noun, isLast: boolean): string => {
  if (count === 1) return noun.one;
  if (count === 2) return noun.two;
  const rest = count % 100;
  if (rest === 1 || rest === 2)
    return `${beforeNoun(belowThousand(count - rest))} ${noun.one}${AND}${rest === 1 ? noun.one : noun.two}`;
  if (rest === 0) return `${beforeNoun(belowThousand(count))} ${noun.one}`;
  if (rest <= 10) return `${belowThousand(count)} ${noun.few}`;
  return `${belowThousand(count)} ${isLast ? noun.one : noun.many}`;
};

const cardinal = (value: number): string => {
  let left = value;
  const parts = SCALES.map((scale) => {
    const count = Math.floor(left / scale.value);
    left -= count * scale.value;
    return count === 0 ? "" : scaled(count, scale, left === 0);
  });
  return [...parts, belowThousand(left)].filter((part) => part !== "").join(AND);
};

const counted = (value: number, noun: Noun): string => {
  if (value === 0) return `صفر ${noun.one}`;
  if (value === 1) return `${noun.one} واحد`;
  if (value === 2) return noun.two;
  const rest = value % 100;
  if (rest === 0) return `${beforeNoun(cardinal(value))} ${noun.one}`;
  if (rest <= 2) return `${beforeNoun(cardinal(value - rest))} ${noun.one}${AND}${counted(rest, noun)}`;
  return `${cardinal(value)} ${rest <= 10 ? noun.few : noun.many}`;
};

/** Centimes in Arabic words: 20 000 000 → مائتا ألف درهم. At most 999 999 999 999 999 dirhams. */
export const arabicDirhams = (centimes: number): string => {
  const dirhams = Math.floor(centimes / 100);
  const rest = centimes % 100;
  if (rest === 0) return counted(dirhams, DIRHAM);
  const small = counted(rest, CENTIME);
  return dirhams === 0 ? small : `${counted(dirhams, DIRHAM)}${AND}${small}`;
};
