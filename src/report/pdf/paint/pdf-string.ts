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

const SPECIAL = /[()\\\r]/g;
const escaped = (special: string): string => (special === "\r" ? "\\r" : `\\${special}`);

/** Bytes, one a character, as a literal string. */
export const literal = (bytes: string): string => `(${bytes.replaceAll(SPECIAL, escaped)})`;

const isAscii = (text: string): boolean => {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 0x7e) return false;
  return true;
};

/** A text as a PDF string: ASCII as it is, else UTF-16 with its mark. */
export const textString = (text: string): string => {
  if (isAscii(text)) return literal(text);
  let bytes = "\u00fe\u00ff";
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    bytes += String.fromCharCode(unit >> 8, unit & 0xff);
  }
  return literal(bytes);
};
