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

const factor = ({ centimes, times, over }: Quotient): string => {
  if (times === over) return dirhams(centimes);
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

/** A sum as a percentage of another, two decimals, for print only. */
export const shareStep = (label: string, part: number, whole: Quotient): ArithmeticStep => {
  const share = roundedQuotient(part, WHOLE * whole.over, whole.centimes, whole.times);
  return { label, expression: `${dirhams(part)} ÷ ${dirhamsOf(whole)}`, value: percent(share) };
};
