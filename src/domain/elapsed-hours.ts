import type { ArithmeticStep } from "./finding.ts";
import { daysBetween, type Moment } from "./local-date.ts";

const MS_AN_HOUR = 3_600_000;
const HOURS_A_DAY = 24;

/** Hours elapsed: exact between two instants; between bare days, more than `low` and less than `high`. */
interface Elapsed {
  readonly low: number;
  readonly high: number;
  readonly isExact: boolean;
}

const elapsed = (from: Moment, to: Moment): Elapsed => {
  if (from.epochMs !== null && to.epochMs !== null) {
    const hours = (to.epochMs - from.epochMs) / MS_AN_HOUR;
    return { low: hours, high: hours, isExact: true };
  }
  const days = daysBetween(from.day, to.day);
  return { low: (days - 1) * HOURS_A_DAY, high: (days + 1) * HOURS_A_DAY, isExact: false };
};

/** Sign of the hours elapsed minus `limit`; null when a moment known by its day alone leaves it open. */
export const compareHours = (from: Moment, to: Moment, limit: number): number | null => {
  const { low, high, isExact } = elapsed(from, to);
  if (isExact) return Math.sign(low - limit);
  if (high <= limit) return -1;
  return low >= limit ? 1 : null;
};

const rounded = (hours: number): string => String(Math.round(hours * 100) / 100);

const relation = (sign: number | null): string => {
  if (sign === null) return "≶";
  return sign === 0 ? "=" : sign > 0 ? ">" : "<";
};

/** Hours from one moment to another, set against a limit; the ends of the interval when a day is bare. */
export const hourStep = (label: string, from: Moment, to: Moment, limit: number): ArithmeticStep => {
  const { low, high, isExact } = elapsed(from, to);
  const hours = isExact ? rounded(low) : `${rounded(low)} … ${rounded(high)}`;
  const sign = relation(compareHours(from, to, limit));
  return { label, expression: `${to.text} − ${from.text} = ${hours} h ${sign} ${limit} h`, value: hours };
};
