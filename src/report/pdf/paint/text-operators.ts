import type { Face } from "../text/face.ts";
import type { PlacedRun } from "../text/place-line.ts";
import type { ShapedGlyph } from "../text/shape-text.ts";
import { fill, num } from "./operators.ts";
import type { Brush } from "./brush.ts";
import type { PdfFont } from "./pdfkit-document.ts";

/** What a glyph says, in visual order: extractors read a right-to-left ligature from left to right. */
const textOf = (glyph: number, face: Face, isRtl: boolean): readonly number[] => {
  const codePoints = face.glyphText.get(glyph) ?? [0xfffd];
  return isRtl ? codePoints.toReversed() : codePoints;
};

const include = ({ id, natural }: ShapedGlyph, font: PdfFont, face: Face, isRtl: boolean): string => {
  const index = font.subset.includeGlyph(id);
  font.widths[index] ??= natural;
  font.unicode[index] ??= textOf(id, face, isRtl);
  return index.toString(16).padStart(4, "0");
};

/** The operands of TJ: glyphs in hexadecimal, and moves in thousandths of an em; raised glyphs end the array. */
const showGlyphs = (run: PlacedRun, font: PdfFont, face: Face): string => {
  const scale = run.run.style.size / 1000;
  let operands = "[<";
  let rise = 0;
  for (const glyph of run.glyphs) {
    if (glyph.yOffset !== rise) {
      rise = glyph.yOffset;
      operands += `>] TJ ${num(rise * scale)} Ts [<`;
    }
    const code = include(glyph, font, face, run.isRtl);
    const back = glyph.natural + glyph.xOffset - glyph.advance;
    if (glyph.xOffset !== 0) operands += `>${num(-glyph.xOffset)}<`;
    operands += code;
    if (Math.abs(back) > 0.001) operands += `>${num(back)}<`;
  }
  return `${operands}>] TJ${rise === 0 ? "" : " 0 Ts"}`;
};

/** One run of glyphs as a text object; `x` and `y` (the baseline) in points from the top left of the page. */
export const textOperators = (run: PlacedRun, x: number, y: number, { doc, faces, fonts }: Brush): string => {
  const { style } = run.run;
  const face = faces[style.weight];
  const font = fonts[style.weight];
  doc.page.fonts[font.id] ??= font.ref();
  const glyphs = showGlyphs(run, font, face);
  // Text stands upright again by its own matrix: pdfkit turned the page upside down.
  const place = `1 0 0 -1 ${num(x)} ${num(y)} Tm`;
  return `${fill(style.colour)} BT /${font.id} ${num(style.size)} Tf ${place} ${glyphs.replaceAll("<>", "")} ET`;
};
