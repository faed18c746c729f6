import { casablancaInstant } from "./casablanca-instant.ts";
import type { LocalDate } from "./local-date.ts";
import type { Language } from "./tender.ts";

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  // The names in use in Morocco, not those of Intl.
  ar: [
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "ماي",
    "يونيو",
    "يوليوز",
    "غشت",
    "شتنبر",
    "أكتوبر",
    "نونبر",
    "دجنبر",
  ],
  fr: [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
  ],
  en: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
};

const FIRST: Readonly<Record<Language, string>> = { ar: "1", fr: "1er", en: "1" };
const NBSP = "\u00A0";

/** A day of each year, `31 mars`. */
export const formatMonthDay = (month: number, date: number, language: Language): string =>
  [date === 1 ? FIRST[language] : String(date), MONTHS[language][month - 1]].join(NBSP);

/** A day in words, `1er septembre 2023`; a text that is no ISO date is given back as it is. */
export const formatDate = (day: LocalDate, language: Language): string => {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)/.exec(day) ?? [];
  const name = MONTHS[language][Number(month) - 1];
  if (year === undefined || date === undefined || name === undefined) return day;
  return [formatMonthDay(Number(month), Number(date), language), year].join(NBSP);
};

/** A month in words, `mars 2026`, of `2026-03`; a text that is none is given back as it is. */
export const formatMonth = (month: string, language: Language): string => {
  const [, year, number] = /^(\d{4})-(\d\d)$/.exec(month) ?? [];
  const name = MONTHS[language][Number(number) - 1];
  return year === undefined || name === undefined ? month : [name, year].join(NBSP);
};

/** In Ramadan, and in winters before 2018, Morocco's clock stands at UTC. */
const isAtUtc = (moment: string): boolean => {
  const [, day = "", hour, minute] = /^([\d-]{10})T(\d\d):(\d\d)/.exec(moment) ?? [];
  if (Number.isNaN(Date.parse(moment))) return false;
  return casablancaInstant(day, Number(hour), Number(minute)).endsWith("+00:00");
};

/** Whoever writes another zone than Morocco's means another hour. */
const zoneOf = (moment: string): string => {
  const zone = /T[\d:.]+(Z|[+-]\d\d:\d\d)$/.exec(moment)?.[1] ?? "";
  if (zone === "" || zone === "+01:00" || (zone === "+00:00" && isAtUtc(moment))) return "";
  return `${NBSP}UTC${zone === "Z" || zone === "+00:00" ? "" : zone}`;
};

/** A day with its hour when one is given: `24 février 2026, 10:00`; with its zone where that is not Morocco's. */
export const formatMoment = (moment: string, language: Language): string => {
  const hour = /T(\d\d:\d\d)/.exec(moment)?.[1];
  const day = formatDate(moment, language);
  if (hour === undefined) return day;
  return `${day}${language === "ar" ? "، " : ", "}${hour}${zoneOf(moment)}`;
};
