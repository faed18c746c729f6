import type { LocalDate, Moment } from "../domain/local-date.ts";

const CASABLANCA = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Africa/Casablanca",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** A bare day stays a day; an instant gets its day in Africa/Casablanca, Ramadan's change of clock included. */
export const toMoment = (text: string): Moment => {
  if (!text.includes("T")) return { text, day: text, epochMs: null };
  const epochMs = Date.parse(text);
  return { text, day: CASABLANCA.format(epochMs), epochMs };
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
