import type { Moment } from "../domain/local-date.ts";

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
