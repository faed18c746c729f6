import type { Face } from "../text/face.ts";

/** Which letters a document has: every program holds the Latin ones, and the Arabic ones where there are any. */
export type Script = "latin" | "arabic";

const between = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

// ASCII, the accents of Western Europe, œ Œ Ÿ, dashes, quotation marks, bullet, ellipsis, arrows, minus, ≤ ≥.
const LATIN = [
  ...between(0x20, 0x7e),
  ...between(0xa0, 0xff),
  0x152,
  0x153,
  0x178,
  0x2013,
  0x2014,
  0x2018,
  0x2019,
  0x201c,
  0x201d,
  0x2022,
  0x2026,
  0x2190,
  0x2192,
  0x2212,
  0x2264,
  0x2265,
];
const LIGATURES = ["ff", "fi", "fl", "ffi", "ffl"];

const latinOf = ({ font }: Face): readonly number[] => [
  ...LATIN.filter((codePoint) => font.hasGlyphForCodePoint(codePoint)).map(
    (codePoint) => font.glyphForCodePoint(codePoint).id,
  ),
  ...LIGATURES.flatMap((text) =>
    font.layout(text, undefined, "latn", undefined, "ltr").glyphs.map(({ id }) => id),
  ),
];

const isArabic = (codePoint: number): boolean =>
  (codePoint >= 0x60c && codePoint <= 0x61f) || (codePoint >= 0x621 && codePoint <= 0x652);

/** Every shape of the letters and signs that Arabic is written with here. */
const arabicOf = ({ glyphText }: Face): readonly number[] =>
  [...glyphText].filter(([, codePoints]) => codePoints.every(isArabic)).map(([id]) => id);

const sets = new WeakMap<Face, Readonly<Record<Script, ReadonlySet<number>>>>();

/**
 * Glyphs that every font program of a script holds, used or not. Documents that share a program share its bytes:
 * it is made once, where cutting one to measure took longer than painting.
 */
export const baseGlyphs = (face: Face): Readonly<Record<Script, ReadonlySet<number>>> => {
  const known = sets.get(face);
  if (known !== undefined) return known;
  const made = { latin: new Set(latinOf(face)), arabic: new Set(arabicOf(face)) };
  sets.set(face, made);
  return made;
};
