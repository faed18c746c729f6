import type { Faces } from "./face.ts";
import { normaliseText } from "./normalise-text.ts";

// A user's text must not steer the line it stands in: overrides, embeddings and isolates are taken out, the
// template's own isolate is put around it.
const STEERING = /[\u061C\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]/g;
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROLS = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\u00AD]/g;
const JOINERS = /[\u200B-\u200D]|[\uFE00-\uFE0F]/;

const named = (codePoint: number): string => `[U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}]`;

/**
 * A user's text as the report can print it: what the font cannot draw is named, `[U+1F600]`, so that nothing
 * vanishes silently. Both faces must have the glyph.
 */
export const printableText = (text: string, { regular, bold }: Faces): string => {
  const normal = normaliseText(text.toWellFormed().replaceAll(STEERING, "").replaceAll(CONTROLS, " "));
  return Array.from(normal, (character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    if (regular.characters.has(codePoint) && bold.characters.has(codePoint)) return character;
    return JOINERS.test(character) ? "" : named(codePoint);
  }).join("");
};
