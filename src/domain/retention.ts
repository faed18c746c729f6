import { type LocalDate, yearsLater } from "./local-date.ts";

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

/** Until when a thing must be kept. The log itself is kept for ever: it holds no personal data. */
export const retentionOf = (kept: Kept, years: number, on: LocalDate): Retention => {
  const until = yearsLater(kept.since, years);
  return { ...kept, until, isOver: until <= on };
};
