/** A calendar day in Africa/Casablanca, ISO 8601 `YYYY-MM-DD`. Compares as text. */
export type LocalDate = string;

/** Half-open: `until` is the first day no longer in force. */
export interface Period {
  readonly from: LocalDate;
  readonly until?: LocalDate;
}

/** A moment as the tender gives it; the intake computes the day, so that no time zone is needed here. */
export interface Moment {
  /** As received, for evidence. */
  readonly text: string;
  readonly day: LocalDate;
  /** Milliseconds since 1970; null when only the day is known. */
  readonly epochMs: number | null;
}

/** Has a moment gone by? Of two instants by the clock; where one of them is a bare day, when that day is over. */
export const isOver = (moment: Moment, now: Moment): boolean =>
  moment.epochMs !== null && now.epochMs !== null ? moment.epochMs < now.epochMs : moment.day < now.day;

const MS_A_DAY = 86_400_000;
/** From the first of March of the year 0. */
const DAYS_TO_1970 = 719_469;

export const isInForce = (period: Period, on: LocalDate): boolean =>
  period.from <= on && (period.until === undefined || on < period.until);

const numberAt = (day: LocalDate, place: number, length: number): number => {
  let value = 0;
  for (let at = place; at < place + length; at += 1) value = value * 10 + day.charCodeAt(at) - 48;
  return value;
};

/**
 * Days since 1970-01-01, by the Gregorian calendar. The year begins in March, so that the leap day comes last;
 * written out because `Date.parse` takes ten times as long.
 */
const dayNumber = (day: LocalDate): number => {
  const month = numberAt(day, 5, 2);
  const year = numberAt(day, 0, 4) - (month < 3 ? 1 : 0);
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  const daysBefore = Math.floor((153 * ((month + 9) % 12) + 2) / 5);
  return 365 * year + leapDays + daysBefore + numberAt(day, 8, 2) - DAYS_TO_1970;
};

/** Calendar days from one day to another; negative when `to` comes first. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => dayNumber(to) - dayNumber(from);

/** The day that comes `days` calendar days later. */
export const addDays = (day: LocalDate, days: number): LocalDate =>
  new Date((dayNumber(day) + days) * MS_A_DAY).toISOString().slice(0, 10);

/** The same day some years later; 29 February becomes 1 March where there is none. */
export const yearsLater = (day: LocalDate, years: number): LocalDate =>
  addDays(`${String(numberAt(day, 0, 4) + years).padStart(4, "0")}${day.slice(4)}`, 0);
