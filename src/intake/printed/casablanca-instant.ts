import type { LocalDate } from "../../domain/local-date.ts";

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
