import {
  formatAmount,
  formatNumber,
  formatPoints,
  formatShare,
  isolateWritten,
} from "../../domain/format.ts";
import type { Language, LocalText } from "../../domain/tender.ts";
import { formatDate, formatMoment } from "../../domain/format-date.ts";
import { loadFaces } from "../pdf/text/face.ts";
import { printableText } from "../pdf/text/printable-text.ts";
import { type ReportLocale, reportLocale } from "./report-locale.ts";

/** A user's text and its language, when known. */
export interface Said {
  readonly text: string;
  readonly language: Language | null;
}

/** Turns figures, keys and a user's texts into strings of one language. */
export interface Printer {
  readonly language: Language;
  /** The report's own word for a key; throws when the locale has none. */
  readonly word: (key: string) => string;
  /** A sentence with its `{places}` filled; in Arabic a value with Latin letters stands in an isolate. */
  readonly fill: (key: string, values: Readonly<Record<string, string>>) => string;
  /** A name inside a sentence of ours; in Arabic what has Latin letters stands in an isolate. */
  readonly isolated: (value: string) => string;
  readonly number: (value: number) => string;
  readonly points: (points: number) => string;
  readonly share: (share: number) => string;
  readonly amount: (dirhams: number) => string;
  readonly date: (day: string) => string;
  readonly moment: (moment: string) => string;
  /** A user's text, without what could steer the line or what the font cannot draw; its figures keep their order. */
  readonly said: (text: string, language?: Language) => Said;
  /** The text in the language of the report, else in French, Arabic or English. */
  readonly localised: (text: LocalText) => Said | null;
}

/** What Arabic words would turn around: Latin letters and what hangs on them, figures that a hyphen or space joins. */
const TURNED = /[A-Za-z]|\d[-+ ]\d/;

const isolated = (value: string, language: Language): string =>
  language === "ar" && TURNED.test(value) ? `\u2068${value}\u2069` : value;

const said = (text: string, language?: Language): Said => ({
  text: isolateWritten(printableText(text, loadFaces())),
  language: language ?? null,
});

const localised = (text: LocalText, own: Language): Said | null => {
  const language = ([own, "fr", "ar", "en"] as const).find((each) => (text[each] ?? "") !== "");
  return language === undefined ? null : said(text[language] ?? "", language);
};

const wordIn = (locale: ReportLocale, language: Language, key: string): string => {
  const word = locale[key];
  if (word === undefined) throw new Error(`the words in ${language} have no "${key}"`);
  return word;
};

/** The printer of a language, with the words of the report or with others. */
export const printerOf = (language: Language, locale: ReportLocale = reportLocale(language)): Printer => {
  const word = (key: string): string => wordIn(locale, language, key);
  return {
    language,
    word,
    fill: (key, values) =>
      word(key).replaceAll(/\{(\w+)\}/g, (_, name: string) => isolated(values[name] ?? "", language)),
    isolated: (value) => isolated(value, language),
    number: (value) => formatNumber(value, language),
    points: (points) => formatPoints(points, language),
    share: (share) => formatShare(share, language),
    amount: (dirhams) => formatAmount(Math.round(dirhams * 100), language),
    date: (day) => formatDate(day, language),
    moment: (moment) => formatMoment(moment, language),
    said,
    localised: (text) => localised(text, language),
  };
};
