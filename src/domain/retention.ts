import type { LocalDate } from "./local-date.ts";

/** Something that is kept for a time. */
export interface Kept {
  readonly kind: "report" | "assessment";
  readonly id: string;
  readonly reference: string;
  readonly buyer: string;
  /** The day from which the period runs: when it was issued or assessed. */
  readonly since: LocalDate;
}

/** A kept thing, and until when it must be kept. */
export interface Retention extends Kept {
  readonly until: LocalDate;
  /** May it be destroyed on the day of the report? */
  readonly isOver: boolean;
}

const pad = (value: number, width = 2): string => String(value).padStart(width, "0");

/** The same day some years later; 29 February becomes 1 March where there is none. */
export const yearsLater = (day: LocalDate, years: number): LocalDate => {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const later = year + years;
  const isLeap = (later % 4 === 0 && later % 100 !== 0) || later % 400 === 0;
  return month === 2 && date === 29 && !isLeap
    ? `${pad(later, 4)}-03-01`
    : `${pad(later, 4)}-${pad(month)}-${pad(date)}`;
};

/** Until when a thing must be kept. The log itself is kept for ever: it holds no personal data. */
export const retentionOf = (kept: Kept, years: number, on: LocalDate): Retention => {
  const until = yearsLater(kept.since, years);
  return { ...kept, until, isOver: until <= on };
};
