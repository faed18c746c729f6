import type { LocalDate, Moment } from "../domain/local-date.ts";

let calendar: Intl.DateTimeFormat | undefined;

/** Made when it is first needed: to load the zones takes longer than to judge a tender. */
const casablanca = (): Intl.DateTimeFormat => {
  calendar ??= new Intl.DateTimeFormat("en-CA", {
    timeZone: "Africa/Casablanca",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  return calendar;
};

const LAST_HOUR = 23;

/** Morocco stands at UTC or one hour ahead of it, since 1913: its day is another in the last hour of UTC alone. */
const workOut = (epochMs: number): LocalDate => {
  const instant = new Date(epochMs);
  return instant.getUTCHours() === LAST_HOUR
    ? casablanca().format(instant)
    : instant.toISOString().slice(0, "YYYY-MM-DD".length);
};

/** Clocks change and days begin at whole quarters of an hour, so that the day of one quarter is known once. */
const QUARTER = 900_000;
const MOST_KEPT = 20_000;
const days = new Map<number, LocalDate>();

const dayOf = (epochMs: number): LocalDate => {
  const quarter = Math.floor(epochMs / QUARTER);
  const known = days.get(quarter);
  if (known !== undefined) return known;
  if (days.size === MOST_KEPT) days.clear();
  const day = workOut(epochMs);
  days.set(quarter, day);
  return day;
};

/** A bare day stays a day; an instant gets its day in Africa/Casablanca, Ramadan's change of clock included. */
export const toMoment = (text: string): Moment => {
  if (!text.includes("T")) return { text, day: text, epochMs: null };
  const epochMs = Date.parse(text);
  return { text, day: dayOf(epochMs), epochMs };
};

/** What the clock says, with its day in Morocco. */
export const momentOf = (now: () => Date) => (): Moment => toMoment(now().toISOString());
