import { seen } from "../given.ts";
import { broken, type Judgement, judge, met, unknown } from "../judgement.ts";
import type { LocalDate } from "../local-date.ts";
import type { YearGiven } from "../year.ts";

const twoFigures = (value: number): string => String(value).padStart("MM".length, "0");

/** The parameter holds month × 100 + day: a count of days would slip in leap years. */
const lastDayOf = (year: number, monthDay: number): LocalDate =>
  `${year}-${twoFigures(Math.trunc(monthDay / 100))}-${twoFigures(monthDay % 100)}`;

/** The forecast programme is published by its last day of the year; before the year is early, not late. */
export const programmePublished = ({ year, read }: YearGiven): Judgement => {
  const at = "/programmePublishedOn";
  const last = lastDayOf(year.year, read("programme-deadline-month-day"));
  const day = year.programmePublishedOn;
  if (day === undefined) return judge("", [unknown("publicationUnknown", [at])]);
  const expression = `${day} ${day <= last ? "≤" : ">"} ${last}`;
  const facts = {
    evidence: [seen(at, day)],
    arithmetic: [{ label: "programmeDay", expression, value: day }],
  };
  return judge("publishedInTime", [day <= last ? met(facts) : broken("publishedLate", facts)]);
};
