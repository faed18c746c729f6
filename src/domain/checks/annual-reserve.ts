import type { ArithmeticStep } from "../finding.ts";
import { seen } from "../given.ts";
import { broken, type Condition, inapplicable, type Judgement, judge, met, unknown } from "../judgement.ts";
import { dirhams, inDirhams, percent } from "../money.ts";
import { shareStep } from "../steps.ts";
import type { BuyerYear, YearGiven } from "../year.ts";
import {
  gapTo,
  reachesShare,
  type Reserve,
  reserveOf,
  type ReservePart,
  reserveParts,
} from "../year-reserve.ts";

type Figure = "reservedShare" | "reservedShareWithOrders";

const shareSteps = (figure: Figure, reserve: Reserve, share: number): readonly ArithmeticStep[] => {
  const line = (label: string, reserved: number): ArithmeticStep => {
    const step = shareStep(label, reserved, { centimes: reserve.forecast, times: 1, over: 1 });
    const sign = reachesShare(reserved, reserve, share) ? "≥" : "<";
    return { ...step, expression: `${step.expression} ${sign} ${percent(share)}` };
  };
  if (reserve.low === reserve.high) return [line(figure, reserve.low)];
  return [line(`${figure}AtLeast`, reserve.low), line(`${figure}AtMost`, reserve.high)];
};

/** The sum that is missing, at most: what is open may be reserved already. */
const gapStep = (reserve: Reserve, share: number): readonly ArithmeticStep[] => {
  const gap = gapTo(reserve.low, reserve, share);
  if (gap === 0) return [];
  const label = reserve.low === reserve.high ? "reserveGap" : "reserveGapAtMost";
  const expression = `${percent(share)} × ${dirhams(reserve.forecast)} − ${dirhams(reserve.low)}`;
  return [{ label, expression, value: dirhams(gap) }];
};

/** The other figure is shown, and decides nothing. */
const otherSteps = (year: BuyerYear, withOrders: boolean, share: number): readonly ArithmeticStep[] => {
  const parts = reserveParts(year, !withOrders);
  const reserve = parts === null ? null : reserveOf(parts);
  if (reserve === null || reserve.forecast === 0) return [];
  return shareSteps(withOrders ? "reservedShare" : "reservedShareWithOrders", reserve, share);
};

const reached = (
  parts: readonly ReservePart[],
  reserve: Reserve,
  share: number,
  facts: Pick<Condition, "evidence" | "arithmetic">,
): Condition => {
  const figures = { gap: { amount: inDirhams(gapTo(reserve.low, reserve, share)) } };
  if (reachesShare(reserve.low, reserve, share)) return met(facts);
  if (!reachesShare(reserve.high, reserve, share)) return broken("shareNotReached", { ...facts, figures });
  const open = parts.filter(({ isReserved }) => isReserved === undefined);
  return unknown(
    "reservationsUnknown",
    open.map(({ reservedAt }) => reservedAt),
    facts,
  );
};

/** The share reserved of the forecast of the year's contracts; until the year is closed it can still be mended. */
export const annualReserve = ({ year, read }: YearGiven): Judgement => {
  const share = read("reserve-share");
  const withOrders = read("reserve-includes-purchase-orders") === 1;
  if (year.entries === undefined) return judge("", [unknown("programmeUnknown", ["/entries"])]);
  const parts = reserveParts(year, withOrders);
  if (parts === null) return judge("", [unknown("amountsUnknown", ["/purchaseOrders"])]);
  const reserve = reserveOf(parts);
  const silent = parts.filter(({ centimes }) => centimes === undefined).map(({ amountAt }) => amountAt);
  if (reserve === null) return judge("", [unknown("amountsUnknown", silent)]);
  if (reserve.forecast === 0) return inapplicable("nothingForecast");
  const figure = withOrders ? "reservedShareWithOrders" : "reservedShare";
  const condition = reached(parts, reserve, share, {
    evidence: year.closed === undefined ? [] : [seen("/closed", year.closed)],
    arithmetic: [
      ...shareSteps(figure, reserve, share),
      ...gapStep(reserve, share),
      ...otherSteps(year, withOrders, share),
    ],
  });
  return judge("shareReached", [year.closed === true ? condition : { ...condition, effect: "warning" }]);
};
