import { readMoment } from "../printed/read-day.ts";
import { readWhole } from "../printed/read-number.ts";
import { amountIn } from "./notice-amount.ts";
import { DAY } from "./notice-parts.ts";

/** A place of the tender's document and what the words say of it. */
export interface Reading {
  readonly pointer: string;
  readonly value: unknown;
}

const TAX = /\b(TTC|toutes\s+taxes|T\.T\.C)|مع\s+احتساب\s+(?:جميع\s+)?الرسوم|شامل/iu;
const NO_TAX = /\b(HT|hors\s+taxes?|H\.T)\b|دون\s+احتساب\s+الرسوم/iu;

/** The estimate, and whether tax is in it. */
export const estimate = (quote: string, whole: string): readonly Reading[] => {
  const amount = amountIn(quote);
  if (amount === null) return [];
  const isIncluded = TAX.test(whole);
  const isKnown = isIncluded !== NO_TAX.test(whole);
  return [
    { pointer: "/estimate/amount", value: amount },
    ...(isKnown ? [{ pointer: "/estimate/taxIncluded", value: isIncluded }] : []),
  ];
};

/** A sum in dirhams. */
export const sum =
  (pointer: string) =>
  (quote: string): readonly Reading[] => {
    const amount = amountIn(quote);
    return amount === null ? [] : [{ pointer, value: amount }];
  };

/** A day, with its hour where it is sure. */
export const moment =
  (pointer: string) =>
  (quote: string): readonly Reading[] => {
    const plain = quote.replaceAll(/\s+/g, " ").trim();
    const whole = readMoment(plain);
    const dayAlone = new RegExp(DAY, "u").exec(plain)?.[0];
    const read = whole.ok || dayAlone === undefined ? whole : readMoment(dayAlone);
    return read.ok ? [{ pointer, value: read.value }] : [];
  };

/** A number of days. */
export const days =
  (pointer: string) =>
  (quote: string): readonly Reading[] => {
    const read = readWhole(quote);
    return read.ok ? [{ pointer, value: read.value }] : [];
  };

/** What the words say by being there. */
export const constant = (pointer: string, value: unknown) => (): readonly Reading[] => [{ pointer, value }];

/** Words, without the marks around them. */
export const text =
  (pointer: string) =>
  (quote: string): readonly Reading[] => {
    const plain = quote.replaceAll(/\s+/g, " ").replace(/^[\s:«"“]+|[\s»"”.,;:]+$/gu, "");
    return plain.length < 3 ? [] : [{ pointer, value: plain }];
  };

const NOT_RESERVED =
  /(?:n['’]est|ne\s+sont)\s+pas\s+r[ée]serv[ée]|non\s+r[ée]serv[ée]|غير\s+(?:مخصص|حصري)|ليس\s+مخصص/iu;

/** A second line belongs to the object when it goes on in small letters, or both are in capitals. */
export const title =
  (pointer: string) =>
  (quote: string): readonly Reading[] => {
    const [first = "", second = ""] = quote.split("\n");
    const goesOn = /^[\p{Ll}\d(«]/u.test(second) || !/\p{Ll}/u.test(first + second);
    const object = (goesOn ? `${first} ${second}` : first).replace(
      /\s\(?(?:en\s+)?lot\s+unique\)?\s*$|\sفي\s+حصة\s+فريدة\s*$/iu,
      "",
    );
    return text(pointer)(object);
  };

/** The reservation as it is printed; who is named, the rules read for themselves. */
export const reservation = (quote: string): readonly Reading[] => {
  if (NOT_RESERVED.test(quote)) return [{ pointer: "/reservation/reserved", value: false }];
  return [
    { pointer: "/reservation/reserved", value: true },
    { pointer: "/reservation/noticeText", value: quote.replaceAll(/\s+/g, " ").trim() },
  ];
};
