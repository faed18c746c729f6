import type { LocalDate } from "../../domain/local-date.ts";
import { toMoment } from "../moment.ts";
import { casablancaInstant } from "../../domain/casablanca-instant.ts";
import { isDay, isMoment } from "../validator.ts";
import { monthOf } from "./month-names.ts";
import { plainText } from "./plain-text.ts";
import { type Printed, type PrintedProblem, said, unread } from "./printed.ts";
import { type PrintedTime, readTime } from "./read-time.ts";

/** A day as found in a text, and what stands around it. */
interface Found {
  readonly day: LocalDate;
  readonly rest: string;
}

const WEEKDAYS =
  /(?:^|\s)(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday|(?:يوم )?(?:الاثنين|الإثنين|الثلاثاء|الأربعاء|الاربعاء|الخميس|الجمعة|السبت|الأحد|الاحد)),?(?=\s|\d|$)/g;
const FILLERS =
  /^(?:le|du|au|on|يوم|بتاريخ|في|:)(?=\s|\d|$)|(?:\s|^)(?:à|a|at|de|partir|على|ابتداء من|الساعة|,|-|\(|\))(?=\s|\d|$)/g;

const DAY_FIRST = /(?<!\d)(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?(\d{4})(?!\d)/;
const YEAR_FIRST = /(?<!\d)(\d{4}) ?[/.-] ?(\d{1,2}) ?[/.-] ?(\d{1,2})(?!\d)/;
const NAMED = /(?<!\d)(\d{1,2})(?:er|st|nd|rd|th)?[ -]([\p{L}\p{M}]+)\.?[ -](\d{4})(?!\d)/u;
const NAMED_FIRST = /([\p{L}\p{M}]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)/u;
const SHORT_YEAR = /^\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d{2}(?!\d)/;

const two = (figures: string | number): string => String(figures).padStart(2, "0");

const dated = (match: RegExpExecArray, year: string, month: number, day: string): Found => ({
  day: `${year}-${two(month)}-${two(day)}`,
  rest: `${match.input.slice(0, match.index)} ${match.input.slice(match.index + match[0].length)}`,
});

const findDay = (text: string): Found | PrintedProblem => {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst !== null)
    return dated(yearFirst, yearFirst[1] ?? "", Number(yearFirst[2]), yearFirst[3] ?? "");
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst !== null) return dated(dayFirst, dayFirst[3] ?? "", Number(dayFirst[2]), dayFirst[1] ?? "");
  const named = NAMED.exec(text);
  const month = monthOf(named?.[2] ?? "");
  if (named !== null && month !== undefined) return dated(named, named[3] ?? "", month, named[1] ?? "");
  const first = NAMED_FIRST.exec(text);
  const firstMonth = monthOf(first?.[1] ?? "");
  if (first !== null && firstMonth !== undefined)
    return dated(first, first[3] ?? "", firstMonth, first[2] ?? "");
  return SHORT_YEAR.test(text) ? "YEAR_SHORT" : "DAY_EXPECTED";
};

/** No day is printed in more characters, hour and weekday included. */
const LONGEST = 300;

const read = (printed: string): Found | PrintedProblem => {
  if (printed.length > LONGEST) return "DAY_EXPECTED";
  const text = plainText(printed).replaceAll(WEEKDAYS, " ").replaceAll(/\s+/g, " ").trim();
  const found = findDay(text);
  if (typeof found === "string") return found;
  if (!isDay(found.day)) return "DAY_IMPOSSIBLE";
  let rest = found.rest;
  for (let before = ""; before !== rest; ) {
    before = rest;
    rest = rest.trim().replaceAll(FILLERS, " ").replaceAll(/\s+/g, " ").trim();
  }
  return { day: found.day, rest };
};

/** What is left beside the day, as a time; ISO 8601 parts them with a T. */
const timeIn = (rest: string): PrintedTime | null => readTime(rest.replace(/^t(?=\d)/, ""));

/**
 * A day as printed → YYYY-MM-DD: `24/02/2026` (the day first), `2026-02-24`, `mardi 24 février 2026`,
 * `1er mars 2026`, `٢٤ فبراير ٢٠٢٦`, `24 غشت 2026`. A time beside it is left out; a year of two figures is refused.
 */
export const readDay = (printed: string): Printed<LocalDate> => {
  if (isMoment(printed.trim())) return said(toMoment(printed.trim()).day);
  const found = read(printed);
  if (typeof found === "string") return unread(found);
  return found.rest === "" || timeIn(found.rest) !== null ? said(found.day) : unread("DAY_EXPECTED");
};

/**
 * A day, or a day with its hour in Africa/Casablanca, as the format writes it: `24/02/2026 à 10h00` →
 * `2026-02-24T10:00:00+01:00`.
 */
export const readMoment = (printed: string): Printed<string> => {
  if (isMoment(printed.trim())) return said(printed.trim());
  const found = read(printed);
  if (typeof found === "string") return unread(found);
  if (found.rest === "") return said(found.day);
  const time = timeIn(found.rest);
  return time === null ? unread("DAY_EXPECTED") : said(casablancaInstant(found.day, time.hour, time.minute));
};
