import type { Estimate } from "./tender.ts";

/** Rates and shares are whole ten-thousandths: 10 % is 1000. */
export const WHOLE = 10_000;

/** An exact sum, `centimes × times ÷ over`: tax divides centimes into parts that are not whole. */
export interface Quotient {
  readonly centimes: number;
  readonly times: number;
  readonly over: number;
}

/** An estimate, or a sum of some: `parts` holds them when they are not taxed alike. */
export interface Summed extends Estimate {
  readonly parts?: readonly Estimate[];
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

const greatestDivisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : greatestDivisor(b, a % b));

/** The exact sum of two; null beyond 2^53. */
const plus = (a: Quotient, b: Quotient): Quotient | null => {
  const [overA, overB] = [BigInt(a.over), BigInt(b.over)];
  const sum = BigInt(a.centimes) * BigInt(a.times) * overB + BigInt(b.centimes) * BigInt(b.times) * overA;
  const divisor = greatestDivisor(sum, overA * overB);
  const [centimes, over] = [Number(sum / divisor), Number((overA * overB) / divisor)];
  return Math.max(centimes, over * WHOLE) <= Number.MAX_SAFE_INTEGER ? { centimes, times: 1, over } : null;
};

const total = (sums: readonly Quotient[]): Quotient | null =>
  sums.reduce<Quotient | null>((sum, each) => (sum === null ? null : plus(sum, each)), exactly(0));

/** Between the sum of the lowest and the sum of the highest; null when one is beyond 2^53. */
export const sumOfRanges = (ranges: readonly Range[]): Range | null => {
  const low = total(ranges.map((range) => range.low));
  const high = total(ranges.map((range) => range.high));
  return low === null || high === null ? null : { low, high };
};

/** Sum of estimates: the tax flags are kept when all agree, else each keeps its own as a part. */
export const sumOf = (estimates: readonly Estimate[]): Summed => {
  const [first] = estimates;
  const centimes = estimates.reduce((sum, estimate) => sum + estimate.centimes, 0);
  const agree = estimates.every(
    (estimate) => estimate.taxIncluded === first?.taxIncluded && estimate.vatRate === first?.vatRate,
  );
  if (first === undefined) return { centimes };
  if (!agree) return { centimes, parts: estimates };
  return { ...first, centimes };
};
