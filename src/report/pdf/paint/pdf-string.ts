/** PDF/A allows strings of 32 767 bytes; UTF-16 takes two bytes a unit, and a mark in front. */
const MAX_UNITS = 16_000;

/** Does the text fit in one PDF string? */
export const fitsPdfString = (text: string): boolean => text.length <= MAX_UNITS;

/** The start of a text that is too long for a title, with an ellipsis. */
export const shortened = (text: string, units: number): string =>
  text.length <= units
    ? text
    : `${text
        .slice(0, units - 1)
        .toWellFormed()
        .replace(/\uFFFD$/, "")}…`;
