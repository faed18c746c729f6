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

const MS_A_DAY = 86_400_000;

export const isInForce = (period: Period, on: LocalDate): boolean =>
  period.from <= on && (period.until === undefined || on < period.until);

const dayNumber = (day: LocalDate): number => Date.parse(`${day}T00:00:00Z`) / MS_A_DAY;

/** Calendar days from one day to another; negative when `to` comes first. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => dayNumber(to) - dayNumber(from);

/** The day that comes `days` calendar days later. */
export const addDays = (day: LocalDate, days: number): LocalDate =>
  new Date((dayNumber(day) + days) * MS_A_DAY).toISOString().slice(0, 10);
