import { monthOf } from "./month-names.ts";
import { plainText } from "./plain-text.ts";
import { type Printed, said, unread } from "./printed.ts";
import { readDay } from "./read-day.ts";

const YEAR_FIRST = /^(\d{4}) ?[/.-] ?(\d{1,2})$/;
const MONTH_FIRST = /^(\d{1,2}) ?[/.-] ?(\d{4})$/;
const NAMED = /^(?:(?:mois|شهر)(?: de| d')? ?)?([\p{L}\p{M}]+)\.?[ -](\d{4})$/u;

const month = (year: string, number: number): Printed<string> =>
  number >= 1 && number <= 12 ? said(`${year}-${String(number).padStart(2, "0")}`) : unread("MONTH_EXPECTED");

/** A month as printed → YYYY-MM: `04/2026`, `2026-04`, `avril 2026`, `شهر أبريل 2026`, or the month of a day. */
export const readMonth = (printed: string): Printed<string> => {
  const text = plainText(printed);
  const [, year, number] = YEAR_FIRST.exec(text) ?? [];
  if (year !== undefined) return month(year, Number(number));
  const [, first, after] = MONTH_FIRST.exec(text) ?? [];
  if (after !== undefined) return month(after, Number(first));
  const [, name = "", ofYear = ""] = NAMED.exec(text) ?? [];
  const named = monthOf(name);
  if (named !== undefined) return month(ofYear, named);
  const day = readDay(printed);
  return day.ok ? said(day.value.slice(0, 7)) : unread("MONTH_EXPECTED");
};
