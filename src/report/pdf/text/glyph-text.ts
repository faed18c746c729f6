import type { Font } from "fontkit";
import { substitutionsOf } from "./font-tables.ts";

/** Presentation forms, Arabic and Latin (ﬁ): legacy code points of shapes, never text of their own. */
const isPresentationForm = (codePoint: number): boolean =>
  (codePoint >= 0xfb00 && codePoint <= 0xfdff) || (codePoint >= 0xfe70 && codePoint <= 0xfefc);

const fromCharacters = (font: Font): Map<number, readonly number[]> => {
  const text = new Map<number, readonly number[]>();
  const codePoints = font.characterSet.filter((codePoint) => !isPresentationForm(codePoint));
  // Ascending, so that a glyph shared by two characters always reads as the first: U+0020, not U+00A0.
  for (const codePoint of codePoints.toSorted((a, b) => a - b)) {
    const { id } = font.glyphForCodePoint(codePoint);
    if (!text.has(id)) text.set(id, [codePoint]);
  }
  return text;
};

/**
 * What each glyph says, for ToUnicode: the characters of the cmap, then what GSUB makes of them. Read from the
 * tables and not from shaped text: fontkit keeps the code points of whoever shaped a glyph first, which made the
 * bytes of a report depend on the reports before it. Visiting the cmap here also settles that cache.
 */
export const glyphTextOf = (font: Font): ReadonlyMap<number, readonly number[]> => {
  const text = fromCharacters(font);
  const rules = substitutionsOf(font);
  let known = -1;
  while (known < text.size) {
    known = text.size;
    for (const { from, to } of rules) {
      if (!text.has(to) && from.every((glyph) => text.has(glyph)))
        text.set(
          to,
          from.flatMap((glyph) => text.get(glyph) ?? []),
        );
    }
  }
  return text;
};
