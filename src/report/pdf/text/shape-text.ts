import type { Glyph, GlyphPosition } from "fontkit";
import { bidi } from "./bidi.ts";
import type { Face } from "./face.ts";

export type Direction = "ltr" | "rtl";

/** Lengths in thousandths of an em; `natural` is the width in the font's own table, before kerning. */
export interface ShapedGlyph {
  readonly id: number;
  readonly advance: number;
  readonly natural: number;
  readonly xOffset: number;
  readonly yOffset: number;
}

/** Glyphs from left to right; the width in thousandths of an em. */
export interface ShapedRun {
  readonly glyphs: readonly ShapedGlyph[];
  readonly width: number;
}

const ARABIC = /\p{Script=Arabic}/u;
const BIDI_CONTROLS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
const MAX_CACHED_LENGTH = 64;
/** Wider kerning reads as a space between two words: poppler's threshold is 0.1 em. */
const MAX_ARABIC_KERN = 95;

const mirror = (text: string): string =>
  Array.from(text, (character) => bidi.getMirroredCharacter(character) ?? character).join("");

const measure = (glyph: Glyph, position: GlyphPosition, scale: number, direction: Direction): ShapedGlyph => {
  const natural = glyph.advanceWidth * scale;
  const advance = position.xAdvance * scale;
  const xOffset = position.xOffset * scale;
  // Kerning to the right moves the glyph as far as it widens it.
  const excess = direction === "rtl" ? Math.max(0, advance - natural - MAX_ARABIC_KERN) : 0;
  return {
    id: glyph.id,
    natural,
    advance: advance - excess,
    xOffset: xOffset > 0 ? xOffset - excess : xOffset,
    yOffset: position.yOffset * scale,
  };
};

const missing = (text: string, face: Face): Error => {
  const character = Array.from(text).find((each) => !face.characters.has(each.codePointAt(0) ?? 0));
  const code = (character?.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return new Error(`the report's font has no glyph for U+${code} in "${text.slice(0, 60)}"`);
};

const shape = (face: Face, text: string, direction: Direction): ShapedRun => {
  const script = direction === "rtl" || ARABIC.test(text) ? "arab" : "latn";
  const plain = direction === "rtl" ? mirror(text) : text;
  const run = face.font.layout(plain, undefined, script, undefined, direction);
  const scale = 1000 / face.font.unitsPerEm;
  const glyphs = run.glyphs.map((glyph, index) =>
    measure(glyph, run.positions[index] as GlyphPosition, scale, direction),
  );
  if (glyphs.some(({ id }) => id === 0)) throw missing(plain, face);
  return { glyphs, width: glyphs.reduce((sum, { advance }) => sum + advance, 0) };
};

/**
 * Shapes one piece of text of one direction. Throws, naming the character, when the font lacks a glyph.
 * @param text without line breaks; bidi controls are left out.
 */
export const shapeText = (face: Face, text: string, direction: Direction): ShapedRun => {
  const visible = text.replaceAll(BIDI_CONTROLS, "");
  if (visible.length > MAX_CACHED_LENGTH) return shape(face, visible, direction);
  const key = `${direction}${visible}`;
  const known = face.shaped.get(key);
  if (known !== undefined) return known;
  const run = shape(face, visible, direction);
  face.shaped.set(key, run);
  return run;
};
