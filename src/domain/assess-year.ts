import type { Question } from "./assessment.ts";
import type { CheckRegistry } from "./checks/index.ts";
import type { Confirmation } from "./confirmation.ts";
import type { Finding } from "./finding.ts";
import { confirmationsIn, type Context, judgeRules } from "./judge-rule.ts";
import { lawOn } from "./law.ts";
import type { LocalDate } from "./local-date.ts";
import { inDirhams, WHOLE } from "./money.ts";
import { questionsOf } from "./questions.ts";
import type { Rulebook } from "./rulebook.ts";
import { wholeOf } from "./subject.ts";
import type { BuyerYear } from "./year.ts";
import { yearChecks } from "./year-checks.ts";
import { gapTo, type Reserve, reserveOf, reserveParts } from "./year-reserve.ts";

/** Equal ends when everything is known. */
interface Between {
  readonly low: number;
  readonly high: number;
}

/** The reserved share of a year: sums in dirhams, the share as a ratio with four decimals. */
export interface ReserveFigure {
  readonly forecast: number;
  readonly reserved: Between;
  readonly share: Between;
  /** Dirhams still to be reserved. */
  readonly gap: Between;
}

/** What `assessYear` says of a buyer's year: keys and figures, no words of any language. */
export interface JudgedYear {
  readonly on: LocalDate;
  readonly year: number;
  readonly rulebook: { readonly id: string; readonly version: string; readonly sha256: string };
  /** Both readings; null where an amount is not known or nothing is forecast. */
  readonly reserve: {
    readonly withoutPurchaseOrders: ReserveFigure | null;
    readonly withPurchaseOrders: ReserveFigure | null;
  };
  readonly findings: readonly Finding[];
  readonly questions: readonly Question[];
  /** The jurists' words on which the findings rest. */
  readonly confirmations: readonly Confirmation[];
}

const betweenDirhams = (low: number, high: number): Between => ({
  low: inDirhams(low),
  high: inDirhams(high),
});

const ratio = (reserved: number, { forecast }: Reserve): number =>
  Math.round((reserved / forecast) * WHOLE) / WHOLE;

const figureOf = (year: BuyerYear, withOrders: boolean, share: number | null): ReserveFigure | null => {
  const parts = reserveParts(year, withOrders);
  const reserve = parts === null ? null : reserveOf(parts);
  if (reserve === null || reserve.forecast === 0 || share === null) return null;
  const { forecast, low, high } = reserve;
  return {
    forecast: inDirhams(forecast),
    reserved: betweenDirhams(low, high),
    share: { low: ratio(low, reserve), high: ratio(high, reserve) },
    gap: betweenDirhams(gapTo(high, reserve, share), gapTo(low, reserve, share)),
  };
};

const checksOf = (year: BuyerYear): CheckRegistry =>
  Object.fromEntries(
    Object.entries(yearChecks).map(([id, check]) => [id, ({ read }) => check({ year, read })]),
  );

/** The engine that judges tenders judges years: of a tender it needs only the buyer, and finds no procedure. */
const contextOf = (year: BuyerYear, rulebook: Rulebook, on: LocalDate): Context => {
  const tender = { reference: String(year.year), buyer: year.buyer, title: {} };
  const law = lawOn(rulebook, on);
  return {
    tender,
    whole: wholeOf(tender),
    lots: [],
    on,
    stage: "draft",
    sector: { code: null, confidence: 0, terms: [] },
    study: { value: false, fromWords: false },
    decree: law.decree,
    rulebook,
    law,
    checks: checksOf(year),
  };
};

/**
 * Judges a buyer's year by the law of a day; `on` null takes the first day of the year, by whose law the
 * programme is made. Pure, and apart from the verdict of any tender.
 */
export const assessYear = (year: BuyerYear, rulebook: Rulebook, on: LocalDate | null): JudgedYear => {
  const day = on ?? `${year.year}-01-01`;
  const context = contextOf(year, rulebook, day);
  const ruled = judgeRules(context.law.yearRules, context);
  const share = context.law.numberOn("reserve-share", day)?.scaled ?? null;
  return {
    on: day,
    year: year.year,
    rulebook: { id: rulebook.id, version: rulebook.version, sha256: rulebook.sha256 },
    reserve: {
      withoutPurchaseOrders: figureOf(year, false, share),
      withPurchaseOrders: figureOf(year, true, share),
    },
    findings: ruled.map(({ finding }) => finding),
    questions: questionsOf(ruled),
    confirmations: confirmationsIn(ruled),
  };
};
