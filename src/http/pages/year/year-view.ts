import type { ReserveFigure } from "../../../domain/assess-year.ts";
import type { Awarded } from "../../../domain/awarded-share.ts";
import { formatMonth } from "../../../domain/format-date.ts";
import { formatAmount, formatShare } from "../../../domain/format.ts";
import { type Answerers, candidatesIn, type ReservePlan } from "../../../domain/plan-reserve.ts";
import type { BuyerYear, YearEntry } from "../../../domain/year.ts";
import type { Page } from "../page.ts";
import { plural } from "../plural.ts";
import { pick } from "../result/result-view.ts";
import { fill } from "../fill.ts";

/** Low and high of a figure in one text; one figure when they are the same. */
const between = (low: string, high: string, { words }: Page): string =>
  low === high ? low : fill(words["fromTo"], { low, high });

const dirhams = (amount: number, { language }: Page): string =>
  formatAmount(Math.round(amount * 100), language);

/** The gauge: the share reserved of the forecast amount, against the share that the law asks. */
export const gaugeView = (figure: ReserveFigure | null, needed: number | null, page: Page) => {
  if (figure === null || needed === null) return null;
  const { share, reserved, gap, forecast } = figure;
  const say = (value: number): string => formatShare(value, page.language);
  return {
    share: between(say(share.low), say(share.high), page),
    needed: say(needed),
    low: Math.min(100, share.low * 100),
    width: Math.min(100, share.high * 100) - Math.min(100, share.low * 100),
    mark: needed * 100,
    forecast: dirhams(forecast, page),
    reserved: between(dirhams(reserved.low, page), dirhams(reserved.high, page), page),
    gap: gap.high === 0 ? null : between(dirhams(gap.low, page), dirhams(gap.high, page), page),
    isReached: gap.high === 0,
  };
};

/** The share really awarded, apart from the forecast. */
export const awardedView = ({ awarded, low, high, count, unknown }: Awarded, page: Page) => {
  if (count === 0 || awarded === 0) return null;
  const say = (value: number): string => formatShare(value / awarded, page.language);
  return {
    share: between(say(low), say(high), page),
    sum: between(formatAmount(low, page.language), formatAmount(high, page.language), page),
    awarded: formatAmount(awarded, page.language),
    unknown: unknown === 0 ? null : plural(page.words, "awardedUnknown", unknown, page.language),
  };
};

const monthWords = ({ launchPlannedFor }: YearEntry, { language }: Page): string | null =>
  launchPlannedFor === undefined ? null : formatMonth(launchPlannedFor, language);

const entryWords = ({ reference, title }: YearEntry, { language }: Page): string =>
  [reference, title === undefined ? undefined : pick(title, language)]
    .filter((part) => part !== undefined)
    .join(" · ");

/** The calls that may still be reserved, those of the plan marked, and those of the what-if ticked. */
export const planView = (
  year: BuyerYear,
  plan: ReservePlan | null,
  answerers: Answerers,
  tried: ReadonlySet<number>,
  page: Page,
) => {
  const proposed = new Set(plan?.chosen.map(({ index }) => index));
  return {
    proposedSum:
      plan === null || plan.chosen.length === 0
        ? null
        : formatAmount(
            plan.chosen.reduce((sum, { centimes }) => sum + centimes, 0),
            page.language,
          ),
    proposedHref:
      plan === null || plan.chosen.length === 0
        ? null
        : `?${plan.chosen.map(({ index }) => `reserve-${index}=1`).join("&")}`,
    isShort: plan !== null && plan.left > 0,
    left: plan === null ? null : formatAmount(plan.left, page.language),
    candidates: candidatesIn(year).map(({ index, entry, centimes }) => ({
      index,
      words: entryWords(entry, page),
      amount: formatAmount(centimes, page.language),
      month: monthWords(entry, page),
      answerers: plural(page.words, "answerers", answerers(entry), page.language),
      isProposed: proposed.has(index),
      isTried: tried.has(index),
    })),
  };
};

/** The programme, line by line. */
export const entriesView = ({ entries = [] }: BuyerYear, page: Page) =>
  entries.map((entry) => ({
    words: entryWords(entry, page),
    amount: entry.amount === undefined ? null : formatAmount(entry.amount.centimes, page.language),
    reserved:
      page.words[entry.reserved === undefined ? "unknownAnswer" : entry.reserved ? "opt_yes" : "opt_no"] ??
      "",
    month: monthWords(entry, page),
    launched:
      page.words[entry.launched === undefined ? "unknownAnswer" : entry.launched ? "opt_yes" : "opt_no"] ??
      "",
  }));
