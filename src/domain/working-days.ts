import type { ArithmeticStep } from "./finding.ts";
import { addDays, daysBetween, type LocalDate } from "./local-date.ts";

/** A feast of the lunar calendar: its day is announced when the crescent is seen, never computed. */
export interface ReligiousFeast {
  readonly days: number;
  readonly fr: string;
  readonly observed: readonly { readonly firstDay: LocalDate }[];
}

/** The rulebook's table of public-sector holidays. */
export interface HolidayCalendar {
  readonly version: string;
  /** `monthDay` is `MM-DD`; a recent holiday has the first year that keeps it. */
  readonly fixed: readonly { readonly monthDay: string; readonly fromYear?: number }[];
  readonly religious: readonly ReligiousFeast[];
  readonly exceptional: readonly { readonly day: LocalDate }[];
}

/** Working days; `low` is less than `high` when a feast of unknown day may fall among them. */
export interface WorkingDays {
  readonly low: number;
  readonly high: number;
  /** French names of the feasts whose day the table does not hold and that may fall within. */
  readonly unobserved: readonly string[];
}

interface Span {
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** A lunar year has 354 or 355 days, and the crescent may be seen a day sooner or later. */
const LUNAR_YEAR = { shortest: 354, longest: 355 };

const isWeekend = (day: LocalDate): boolean => {
  // 1970-01-01 was a Thursday: 0 is Thursday, 2 Saturday, 3 Sunday.
  const place = ((daysBetween("1970-01-01", day) % 7) + 7) % 7;
  return place === 2 || place === 3;
};

const isFixed = ({ fixed }: HolidayCalendar, day: LocalDate): boolean =>
  fixed.some(
    ({ monthDay, fromYear }) =>
      day.slice(5) === monthDay && (fromYear === undefined || Number(day.slice(0, 4)) >= fromYear),
  );

const isObserved = ({ religious }: HolidayCalendar, day: LocalDate): boolean =>
  religious.some(({ days, observed }) =>
    observed.some(({ firstDay }) => firstDay <= day && day < addDays(firstDay, days)),
  );

const isWorking = (calendar: HolidayCalendar, day: LocalDate): boolean =>
  !isWeekend(day) &&
  !isFixed(calendar, day) &&
  !isObserved(calendar, day) &&
  !calendar.exceptional.some((holiday) => holiday.day === day);

/** The days among which a feast falls, `years` lunar years after (or before) one that was observed. */
const spanAfter = (firstDay: LocalDate, years: number, days: number): Span => {
  const ends = [years * LUNAR_YEAR.shortest, years * LUNAR_YEAR.longest];
  return {
    from: addDays(firstDay, Math.min(...ends) - 1),
    until: addDays(firstDay, Math.max(...ends) + days),
  };
};

/** Spans of the feast's unobserved years that may touch the period: before the first observed, after the last. */
const unobservedSpans = ({ observed, days }: ReligiousFeast, { from, until }: Span): readonly Span[] => {
  const known = observed.map(({ firstDay }) => firstDay).toSorted();
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return [{ from, until }];
  const later = Math.max(0, Math.ceil(daysBetween(last, until) / LUNAR_YEAR.shortest));
  const sooner = Math.max(0, Math.ceil(daysBetween(from, first) / LUNAR_YEAR.shortest));
  return [
    ...Array.from({ length: later }, (_, index) => spanAfter(last, index + 1, days)),
    ...Array.from({ length: sooner }, (_, index) => spanAfter(first, -index - 1, days)),
  ];
};

const lies = (day: LocalDate, { from, until }: Span): boolean => from <= day && day < until;

/**
 * Working days after `from`, up to and including `to`: weekends, fixed and observed holidays do not count. A feast
 * whose day is not in the table is not guessed: it widens the answer by the days it may take.
 */
export const workingDaysBetween = (
  from: LocalDate,
  to: LocalDate,
  calendar: HolidayCalendar,
): WorkingDays => {
  const length = Math.max(0, daysBetween(from, to));
  const working = Array.from({ length }, (_, index) => addDays(from, index + 1)).filter((day) =>
    isWorking(calendar, day),
  );
  const period = { from, until: addDays(to, 1) };
  const doubts = calendar.religious.flatMap((feast) =>
    unobservedSpans(feast, period).flatMap((span) => {
      const open = working.filter((day) => lies(day, span)).length;
      return open === 0 ? [] : [{ name: feast.fr, days: Math.min(open, feast.days) }];
    }),
  );
  const lost = doubts.reduce((sum, { days }) => sum + days, 0);
  const unobserved = [...new Set(doubts.map(({ name }) => name))];
  return { low: Math.max(0, working.length - lost), high: working.length, unobserved };
};

/** The count as a step that names the version of the table it rests on. */
export const workingDayStep = (from: LocalDate, to: LocalDate, calendar: HolidayCalendar): ArithmeticStep => {
  const { low, high } = workingDaysBetween(from, to, calendar);
  const value = low === high ? high : `${low} … ${high}`;
  return { label: "workingDays", expression: `${from} → ${to}, holidays.json ${calendar.version}`, value };
};
