import type { Estimate } from "./tender.ts";

/** Rates and shares are whole ten-thousandths: 10 % is 1000. */
export const WHOLE = 10_000;

/** An exact sum, `centimes × times ÷ over`: tax divides centimes into parts that are not whole. */
export interface Quotient {
  readonly centimes: number;
  readonly times: number;
  readonly over: number;
}

/** Between `low` and `high`, both included; equal when the sum is known. */
export interface Range {
  readonly low: Quotient;
  readonly high: Quotient;
}

const exactly = (centimes: number): Quotient => ({ centimes, times: 1, over: 1 });
const withoutTax = (centimes: number, rate: number): Quotient => ({
  centimes,
  times: WHOLE,
  over: WHOLE + rate,
});
const plusTax = (centimes: number, rate: number): Quotient => ({
  centimes,
  times: WHOLE + rate,
  over: WHOLE,
});

/** What an estimate is before tax; a stated rate makes it exact, else it lies between no tax and `topRate`. */
export const beforeTax = ({ centimes, taxIncluded, vatRate }: Estimate, topRate: number): Range => {
  if (taxIncluded === false) return { low: exactly(centimes), high: exactly(centimes) };
  const low = withoutTax(centimes, vatRate ?? topRate);
  return { low, high: taxIncluded === true && vatRate !== undefined ? low : exactly(centimes) };
};

/** What an estimate is with tax; a stated rate makes it exact, else it lies between no tax and `topRate`. */
export const withTax = ({ centimes, taxIncluded, vatRate }: Estimate, topRate: number): Range => {
  if (taxIncluded === true) return { low: exactly(centimes), high: exactly(centimes) };
  const high = plusTax(centimes, vatRate ?? topRate);
  return { low: taxIncluded === false && vatRate !== undefined ? high : exactly(centimes), high };
};

/** A product of whole numbers, exact; null beyond 2^53, where only big integers are. */
const safe = (product: number): number | null => (product <= Number.MAX_SAFE_INTEGER ? product : null);

const difference = (left: bigint, right: bigint): number => (left === right ? 0 : left > right ? 1 : -1);

/** Sign of `a × b − c × d`, exact beyond 2^53. */
export const compareProducts = (a: number, b: number, c: number, d: number): number => {
  const [left, right] = [safe(a * b), safe(c * d)];
  return left === null || right === null
    ? difference(BigInt(a) * BigInt(b), BigInt(c) * BigInt(d))
    : Math.sign(left - right);
};

/** `a × b ÷ (c × d)`, rounded half up, exact beyond 2^53; no factor is negative. */
export const roundedQuotient = (a: number, b: number, c: number, d: number): number => {
  const [above, below] = [safe(2 * a * b + c * d), safe(2 * c * d)];
  if (above !== null && below !== null) return (above - (above % below)) / below;
  const divisor = BigInt(c) * BigInt(d);
  return Number((2n * BigInt(a) * BigInt(b) + divisor) / (2n * divisor));
};

/** Sign of `sum − limit`, the limit in centimes. */
const compareTo = (sum: Quotient, limit: number): number =>
  compareProducts(sum.centimes, sum.times, limit, sum.over);

/** Is the sum at most the limit (centimes)? null when the range straddles it. */
export const isAtMost = (range: Range, limit: number): boolean | null => {
  if (compareTo(range.high, limit) <= 0) return true;
  return compareTo(range.low, limit) > 0 ? false : null;
};

/** Is the sum below the limit (centimes)? `"at"` when it is the limit exactly, null when the range straddles it. */
export const isBelow = (range: Range, limit: number): boolean | "at" | null => {
  const low = compareTo(range.low, limit);
  const high = compareTo(range.high, limit);
  if (high < 0) return true;
  if (low > 0) return false;
  return low === 0 && high === 0 ? "at" : null;
};

/** Is `centimes` at most `share` (ten-thousandths) of the sum? null when the range straddles it. */
export const isShareAtMost = (centimes: number, share: number, of: Range): boolean | null => {
  const fits = ({ centimes: whole, times, over }: Quotient): boolean =>
    // `times` and `over` are of the size of WHOLE: their products with it and with a share stay exact.
    compareProducts(centimes, WHOLE * over, whole, times * share) <= 0;
  const low = fits(of.low);
  return low === fits(of.high) ? low : null;
};

/** Centimes in dirhams, as the format writes them. */
export const inDirhams = (centimes: number): number => centimes / 100;

/** Dirhams with two decimals and a point, for arithmetic: `1999800.00`. */
export const dirhams = (centimes: number): string => {
  const cents = Math.abs(centimes) % 100;
  const whole = Math.trunc(centimes / 100);
  return `${whole}.${String(cents).padStart(2, "0")}`;
};

/** A share (ten-thousandths) of a sum, rounded down to the dirham, in dirhams: a ceiling that can be printed. */
export const shareInDirhams = ({ centimes, times, over }: Quotient, share: number): number =>
  Number((BigInt(centimes) * BigInt(times) * BigInt(share)) / (BigInt(over) * BigInt(WHOLE) * 100n));

/** How many parts of at most `limit` (centimes) the sum needs. */
export const partsWithin = ({ centimes, times, over }: Quotient, limit: number): number => {
  const divisor = BigInt(over) * BigInt(limit);
  return Number((BigInt(centimes) * BigInt(times) + divisor - 1n) / divisor);
};

/** A quotient in dirhams, rounded to the centime for print only; comparisons stay exact. */
export const dirhamsOf = ({ centimes, times, over }: Quotient): string =>
  dirhams(roundedQuotient(centimes, times, over, 1));

/** A share as a percentage for print: 200 → `2 %`. */
export const percent = (share: number): string => `${share / 100} %`;

/** Sum of estimates: the tax flags are kept when all agree, else unknown (a wider, still true, range). */
export const sumOf = (estimates: readonly Estimate[]): Estimate => {
  const [first] = estimates;
  const centimes = estimates.reduce((total, estimate) => total + estimate.centimes, 0);
  const agree = estimates.every(
    (estimate) => estimate.taxIncluded === first?.taxIncluded && estimate.vatRate === first?.vatRate,
  );
  if (!agree || first === undefined) return { centimes };
  return { ...first, centimes };
};
