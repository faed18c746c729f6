import type { LocalDate } from "./local-date.ts";

let clock: Intl.DateTimeFormat | undefined;

/** Made when it is first needed: to load the zones takes longer than to judge a tender. */
const casablanca = (): Intl.DateTimeFormat => {
  clock ??= new Intl.DateTimeFormat("en-GB", {
    timeZone: "Africa/Casablanca",
    hour: "2-digit",
    hourCycle: "h23",
  });
  return clock;
};

const two = (number: number): string => String(number).padStart(2, "0");

/**
 * The instant of an hour read on a clock in Casablanca: one hour ahead of UTC, and at UTC itself in Ramadan.
 * `2026-02-24`, 10, 0 → `2026-02-24T10:00:00+00:00`
 */
export const casablancaInstant = (day: LocalDate, hour: number, minute: number): string => {
  const read = `${day}T${two(hour)}:${two(minute)}:00`;
  const ahead = `${read}+01:00`;
  return Number(casablanca().format(Date.parse(ahead))) === hour ? ahead : `${read}+00:00`;
};
