import type { LocalDate, Moment } from "../domain/local-date.ts";

const CASABLANCA = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Africa/Casablanca",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** Clocks change and days begin at whole quarters of an hour, so that the day of one quarter is known once. */
const QUARTER = 900_000;
const MOST_KEPT = 20_000;
const days = new Map<number, string>();

const dayOf = (epochMs: number): string => {
  const quarter = Math.floor(epochMs / QUARTER);
  const known = days.get(quarter);
  if (known !== undefined) return known;
  if (days.size === MOST_KEPT) days.clear();
  const day = CASABLANCA.format(epochMs);
  days.set(quarter, day);
  return day;
};

/** A bare day stays a day; an instant gets its day in Africa/Casablanca, Ramadan's change of clock included. */
export const toMoment = (text: string): Moment => {
  if (!text.includes("T")) return { text, day: text, epochMs: null };
  const epochMs = Date.parse(text);
  return { text, day: dayOf(epochMs), epochMs };
};

const CLOCK = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Africa/Casablanca",
  hour: "2-digit",
  hourCycle: "h23",
});

const two = (number: number): string => String(number).padStart(2, "0");

/**
 * The instant of an hour read on a clock in Casablanca: one hour ahead of UTC, and at UTC itself in Ramadan.
 * `2026-02-24`, 10, 0 → `2026-02-24T10:00:00+00:00`
 */
export const casablancaInstant = (day: LocalDate, hour: number, minute: number): string => {
  const clock = `${day}T${two(hour)}:${two(minute)}:00`;
  const ahead = `${clock}+01:00`;
  return Number(CLOCK.format(Date.parse(ahead))) === hour ? ahead : `${clock}+00:00`;
};
