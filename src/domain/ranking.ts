import { dirhams, type Range, type Quotient } from "./money.ts";
import type { ArithmeticStep } from "./finding.ts";

/** An admitted offer of known amount, in centimes with tax. */
export interface Bid {
  readonly id: string;
  readonly centimes: number;
}

/** An exact fraction of centimes. */
interface Fraction {
  readonly num: bigint;
  readonly den: bigint;
}

const sumOfBids = (bids: readonly Bid[]): bigint =>
  bids.reduce((sum, { centimes }) => sum + BigInt(centimes), 0n);

/** P = (E + mean of the admitted offers) ÷ 2, exact. */
const referencePrice = ({ centimes, times, over }: Quotient, bids: readonly Bid[]): Fraction => {
  const count = BigInt(bids.length);
  const estimate = BigInt(centimes) * BigInt(times);
  const den = 2n * count * BigInt(over);
  return { num: estimate * count + sumOfBids(bids) * BigInt(over), den };
};

const lowest = (bids: readonly Bid[]): readonly Bid[] => {
  const least = Math.min(...bids.map(({ centimes }) => centimes));
  return bids.filter(({ centimes }) => centimes === least);
};

const highest = (bids: readonly Bid[]): readonly Bid[] => {
  const most = Math.max(...bids.map(({ centimes }) => centimes));
  return bids.filter(({ centimes }) => centimes === most);
};

const isBelow = ({ centimes }: Bid, { num, den }: Fraction): boolean => BigInt(centimes) * den <= num;

/** The closest from below (equal to P counts as below), else the closest from above. */
const closest = (bids: readonly Bid[], price: Fraction): readonly Bid[] => {
  const below = bids.filter((bid) => isBelow(bid, price));
  return below.length > 0 ? highest(below) : lowest(bids);
};

const sameBids = (a: readonly Bid[], b: readonly Bid[]): boolean =>
  a.length === b.length && a.every((bid, index) => bid.id === b[index]?.id);

/**
 * The offers that share the best place by the reference price; null when the estimate's tax could change it.
 * As P rises, the best changes only when P passes an offer, so equal ends with no offer between settle it.
 */
export const bestByReferencePrice = (bids: readonly Bid[], estimate: Range): readonly Bid[] | null => {
  if (bids.length === 0) return [];
  const low = referencePrice(estimate.low, bids);
  const high = referencePrice(estimate.high, bids);
  const best = closest(bids, low);
  const between = bids.some((bid) => !isBelow(bid, low) && isBelow(bid, high));
  return !between && sameBids(best, closest(bids, high)) ? best : null;
};

/** The offers of lowest amount. */
export const bestByLowestPrice = (bids: readonly Bid[]): readonly Bid[] =>
  bids.length === 0 ? [] : lowest(bids);

/** A fraction of centimes in dirhams, rounded to the centime for print. */
const printed = ({ num, den }: Fraction): string => dirhams(Number((2n * num + den) / (2n * den)));

/** The reference price, step by step, for the finding. */
export const referencePriceSteps = (
  bids: readonly Bid[],
  { centimes, times, over }: Quotient,
): ArithmeticStep[] => {
  const amounts = bids.map((bid) => dirhams(bid.centimes));
  const mean = printed({ num: sumOfBids(bids), den: BigInt(bids.length) });
  const estimate = printed({ num: BigInt(centimes) * BigInt(times), den: BigInt(over) });
  const price = printed(referencePrice({ centimes, times, over }, bids));
  return [
    { label: "meanOfOffers", expression: `(${amounts.join(" + ")}) / ${bids.length}`, value: mean },
    { label: "referencePrice", expression: `(${estimate} + ${mean}) / 2`, value: price },
  ];
};
