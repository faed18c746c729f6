import type { LocalDate } from "./local-date.ts";
import type { Language } from "./tender.ts";

/** A day of the Islamic calendar, counted from 1. */
interface HijriDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const MS_A_DAY = 86_400_000;
/** Julian day number of 1970-01-01, and of 16 July 622 (Julian), the first day of the era. */
const UNIX_EPOCH = 2_440_588;
const HIJRI_EPOCH = 1_948_440;
/** Thirty years of the tabular calendar: eleven have a day more. */
const CYCLE_DAYS = 10_631;

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  ar: [
    "محرم",
    "صفر",
    "ربيع الأول",
    "ربيع الآخر",
    "جمادى الأولى",
    "جمادى الآخرة",
    "رجب",
    "شعبان",
    "رمضان",
    "شوال",
    "ذو القعدة",
    "ذو الحجة",
  ],
  fr: [
    "moharrem",
    "safar",
    "rabii I",
    "rabii II",
    "joumada I",
    "joumada II",
    "rejeb",
    "chaabane",
    "ramadan",
    "chaoual",
    "kaada",
    "hija",
  ],
  en: [
    "Muharram",
    "Safar",
    "Rabi I",
    "Rabi II",
    "Jumada I",
    "Jumada II",
    "Rajab",
    "Shaban",
    "Ramadan",
    "Shawwal",
    "Dhu al-Qadah",
    "Dhu al-Hijja",
  ],
};

const hijriOf = (julianDay: number): HijriDay => {
  const days = julianDay - HIJRI_EPOCH;
  const year = Math.floor((30 * days + 10_646) / CYCLE_DAYS);
  const yearStart = (year - 1) * 354 + Math.floor((3 + 11 * year) / 30);
  const month = Math.min(12, Math.ceil((days - 29 - yearStart) / 29.5) + 1);
  const monthStart = Math.ceil(29.5 * (month - 1)) + yearStart;
  return { year, month, day: days - monthStart + 1 };
};

/** Julian day number of the day; NaN when the text is none. */
const julianDayOf = (day: LocalDate): number =>
  Math.floor(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / MS_A_DAY) + UNIX_EPOCH;

const FIRST: Readonly<Record<Language, string>> = { ar: "1", fr: "1er", en: "1" };
const NBSP = "\u00A0";

/**
 * About which day of the Islamic calendar a day is, in words: `15 chaabane 1444`. By the tabular calendar, which
 * may be a day off the one that Morocco sees the moon by: print it as approximate, and let the Gregorian day
 * decide. null when the text is no day.
 */
export const aboutHijri = (day: LocalDate, language: Language): string | null => {
  const julianDay = julianDayOf(day);
  if (Number.isNaN(julianDay)) return null;
  const { year, month, day: number } = hijriOf(julianDay);
  return [number === 1 ? FIRST[language] : number, MONTHS[language][month - 1], year].join(NBSP);
};
