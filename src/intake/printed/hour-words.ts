import type { PrintedTime } from "./read-time.ts";

// Hours as notices write them out: "à dix heures trente", "على الساعة العاشرة والنصف صباحا".

const FRENCH_HOURS = [
  "une",
  "deux",
  "trois",
  "quatre",
  "cinq",
  "six",
  "sept",
  "huit",
  "neuf",
  "dix",
  "onze",
  "douze",
  "treize",
  "quatorze",
  "quinze",
  "seize",
  "dix-sept",
  "dix-huit",
  "dix-neuf",
  "vingt",
  "vingt et une",
  "vingt-deux",
  "vingt-trois",
];
const FRENCH_MINUTES: Readonly<Record<string, number>> = {
  "et demie": 30,
  "et quart": 15,
  "moins le quart": -15,
  dix: 10,
  quinze: 15,
  vingt: 20,
  trente: 30,
  quarante: 40,
  "quarante-cinq": 45,
  cinquante: 50,
};
const ARABIC_HOURS = [
  "الواحدة",
  "الثانية",
  "الثالثة",
  "الرابعة",
  "الخامسة",
  "السادسة",
  "السابعة",
  "الثامنة",
  "التاسعة",
  "العاشرة",
  "الحادية عشرة",
  "الثانية عشرة",
];
const ARABIC_MINUTES: Readonly<Record<string, number>> = {
  النصف: 30,
  نصف: 30,
  الربع: 15,
  ربع: 15,
  الثلث: 20,
  ثلث: 20,
  "خمس دقائق": 5,
  "عشر دقائق": 10,
  "خمس عشرة دقيقة": 15,
  "عشرين دقيقة": 20,
  "عشرون دقيقة": 20,
  "ثلاثين دقيقة": 30,
  "ثلاثون دقيقة": 30,
  "أربعين دقيقة": 40,
  "خمس وأربعين دقيقة": 45,
  "خمس وأربعون دقيقة": 45,
  "خمسين دقيقة": 50,
};
const ARABIC_LESS: Readonly<Record<string, number>> = {
  ربعا: -15,
  الربع: -15,
  ربع: -15,
  ثلثا: -20,
  الثلث: -20,
};

/** One of some words, the longest first, so that "dix-sept" is not read as "dix". */
const oneOf = (words: readonly string[]): string =>
  words
    .toSorted((a, b) => b.length - a.length)
    .join("|")
    .replaceAll(" ", String.raw`\s`);

const FRENCH = String.raw`(?:${oneOf(FRENCH_HOURS)}|\d{1,2})(?:\s?\(\d{1,2}\))?\s?heures?(?:\s(?:${oneOf(Object.keys(FRENCH_MINUTES))})(?:\s?\(\d{1,2}\))?(?:\sminutes?)?)?(?:\sprécises?)?(?:\s(?:du matin|du soir|de l['’]après-midi))?`;
const ARABIC = String.raw`(?:${oneOf([...ARABIC_HOURS, "الحادية عشر", "الثانية عشر"])})(?:\s?\(\d{1,2}\))?(?:\sو\s?(?:${oneOf(Object.keys(ARABIC_MINUTES))})|\s(?:إلا|الا)\s(?:${oneOf(Object.keys(ARABIC_LESS))}))?(?:\s(?:صباحا|مساءً?|زوالا|ظهرا|(?:بعد|قبل)\s(?:الزوال|الظهر)))?`;

/** The source of an expression that finds an hour written out, in French or Arabic. */
export const HOUR_IN_WORDS = `(?:${FRENCH}|${ARABIC})`;

// What a day is read from has lost some of its brackets by then.
const FRENCH_PARTS = new RegExp(
  String.raw`^(?<hour>${oneOf(FRENCH_HOURS)}|\d{1,2})(?: \(?(?<figures>\d{1,2})\)?)? heures?(?: (?<part>${oneOf(Object.keys(FRENCH_MINUTES))})(?: \(?(?<minutes>\d{1,2})\)?)?(?: minutes?)?)?(?: précises?)?$`,
);
const ARABIC_PARTS = new RegExp(
  String.raw`^(?<hour>${oneOf(ARABIC_HOURS)})(?: و ?(?<part>${oneOf(Object.keys(ARABIC_MINUTES))})| (?:إلا|الا) (?<less>${oneOf(Object.keys(ARABIC_LESS))}))?$`,
);

/** Before or after midday, as far as the text says it. */
export type Half = "morning" | "afternoon" | null;

/** An hour on a clock of twelve: without a word for it, only those at which offices open are sure. */
const onClock = (hour: number, half: Half): number | null => {
  if (half === "afternoon") return hour < 12 ? hour + 12 : hour;
  return half === null && hour < 7 ? null : hour;
};

const shifted = (hour: number, minutes: number): PrintedTime => ({
  hour: minutes < 0 ? hour - 1 : hour,
  minute: (minutes + 60) % 60,
});

const isSame = (figures: string | undefined, value: number): boolean =>
  figures === undefined || Number(figures) === value;

const french = (text: string, half: Half): PrintedTime | null => {
  const { hour = "", figures, part, minutes: minutesInFigures } = FRENCH_PARTS.exec(text)?.groups ?? {};
  const isFigures = /^\d/.test(hour);
  const said = isFigures ? Number(hour) : FRENCH_HOURS.indexOf(hour) + 1;
  const minutes = part === undefined ? 0 : (FRENCH_MINUTES[part] ?? 0);
  const on = said === 0 || said > 23 ? null : onClock(said, isFigures ? (half ?? "morning") : half);
  // Where words and figures differ, neither is taken.
  return on === null || !isSame(figures, said) || !isSame(minutesInFigures, minutes)
    ? null
    : shifted(on, minutes);
};

const arabic = (text: string, half: Half): PrintedTime | null => {
  const whole = text.replace(/عشر(?= |$)(?! دقائق)/, "عشرة");
  const { hour = "", part, less } = ARABIC_PARTS.exec(whole)?.groups ?? {};
  const said = ARABIC_HOURS.indexOf(hour) + 1;
  const on = said === 0 ? null : onClock(said, half);
  const minutes = part === undefined ? (ARABIC_LESS[less ?? ""] ?? 0) : (ARABIC_MINUTES[part] ?? 0);
  return on === null ? null : shifted(on, minutes);
};

/** An hour written out, plain text without the words for half a day; null when it is none, or not a sure one. */
export const hourInWords = (text: string, half: Half): PrintedTime | null =>
  french(text, half) ?? arabic(text, half);
