import type { ArithmeticStep } from "./finding.ts";
import { daysBetween, type LocalDate } from "./local-date.ts";
import {
  compareProducts,
  dirhams,
  dirhamsOf,
  percent,
  type Quotient,
  type Range,
  roundedQuotient,
  WHOLE,
} from "./money.ts";

const isExact = ({ low, high }: Range): boolean =>
  compareProducts(low.centimes * low.times, high.over, high.centimes * high.times, low.over) === 0;

const sign = ({ centimes, times, over }: Quotient, limit: number): string =>
  compareProducts(centimes, times, limit, over) <= 0 ? "≤" : ">";

const factor = (sum: Quotient): string => {
  const { centimes, times, over } = sum;
  if (times === over) return dirhams(centimes);
  // A sum of lots, each by its own tax, has no factor of its own.
  if (times === 1) return dirhamsOf(sum);
  return over > times
    ? `${dirhams(centimes)} ÷ ${(over / times).toFixed(2)}`
    : `${dirhams(centimes)} × ${(times / over).toFixed(2)}`;
};

/** A sum, or the ends of its interval, set against a limit in centimes. */
export const ceilingSteps = (
  label: "beforeTax" | "withTax",
  range: Range,
  limit: number,
): readonly ArithmeticStep[] => {
  const line = (name: string, quotient: Quotient): ArithmeticStep => ({
    label: name,
    expression: `${factor(quotient)} ${sign(quotient, limit)} ${dirhams(limit)}`,
    value: dirhamsOf(quotient),
  });
  if (isExact(range)) return [line(label, range.low)];
  return [line(`${label}AtLeast`, range.low), line(`${label}AtMost`, range.high)];
};

/** Days from one event to another, set against a minimum. */
export const dayStep = (label: string, from: LocalDate, to: LocalDate, minimum: number): ArithmeticStep => {
  const days = daysBetween(from, to);
  const relation = days > minimum ? ">" : days === minimum ? "=" : "<";
  return { label, expression: `${to} − ${from} = ${days} ${relation} ${minimum}`, value: days };
};

/** Days from one event to another, set against a maximum. */
export const delayStep = (label: string, from: LocalDate, to: LocalDate, maximum: number): ArithmeticStep => {
  const days = daysBetween(from, to);
  return {
    label,
    expression: `${to} − ${from} = ${days} ${days <= maximum ? "≤" : ">"} ${maximum}`,
    value: days,
  };
};

/** A part of at most 10^14 centimes that is no whole per cent of a sum differs from one by more than 10^-15. */
const MOST_DECIMALS = 15;

/** A decimal of so many parts, without trailing zeros. */
const decimal = (parts: bigint, decimals: number): string => {
  const digits = String(parts).padStart(decimals + 1, "0");
  const fraction = digits.slice(-decimals).replace(/0+$/u, "");
  return fraction === "" ? digits.slice(0, -decimals) : `${digits.slice(0, -decimals)}.${fraction}`;
};

/** So little above or below a whole per cent that two decimals do not show it: as many decimals as do. */
const finePercent = (above: bigint, below: bigint): string => {
  for (let decimals = 2; decimals < MOST_DECIMALS; decimals += 1) {
    const scale = 10n ** BigInt(decimals);
    const parts = (2n * above * scale + below) / (2n * below);
    if (parts % scale !== 0n) return `${decimal(parts, decimals)} %`;
  }
  return `${above / below} %`;
};

/** A part of a sum in per cent: 299 999,99 of 999 999,99 is not printed as the 30 % that it falls short of. */
const percentOf = (part: number, { centimes, times, over }: Quotient): string => {
  const share = roundedQuotient(part, WHOLE * over, centimes, times);
  return share % 100 === 0
    ? finePercent(BigInt(part) * BigInt(over) * 100n, BigInt(centimes) * BigInt(times))
    : percent(share);
};

/** A sum as a percentage of another, for print only. */
export const shareStep = (label: string, part: number, whole: Quotient): ArithmeticStep => ({
  label,
  expression: `${dirhams(part)} ÷ ${dirhamsOf(whole)}`,
  value: percentOf(part, whole),
});
