import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { create, type Font } from "fontkit";
import { glyphTextOf } from "./glyph-text.ts";
import { type Recent, recent } from "./recent.ts";
import type { ShapedRun } from "./shape-text.ts";

export type Weight = "regular" | "bold";

/** A font ready to shape: the parsed file, what its glyphs say, and the words already shaped. */
export interface Face {
  readonly weight: Weight;
  readonly font: Font;
  /** Code points that have a glyph. */
  readonly characters: ReadonlySet<number>;
  readonly glyphText: ReadonlyMap<number, readonly number[]>;
  readonly shaped: Recent<ShapedRun>;
}

export type Faces = Readonly<Record<Weight, Face>>;

// IBM Plex Sans Arabic (OFL 1.1): one family for Arabic, Latin and figures, and the one whose shaping by
// fontkit equals HarfBuzz on every word tried.
const FILES: Readonly<Record<Weight, string>> = {
  regular: "400Regular/IBMPlexSansArabic_400Regular.ttf",
  bold: "700Bold/IBMPlexSansArabic_700Bold.ttf",
};

/** Words whose shapes are kept, in each face: those of the templates in three languages, not every reference ever seen. */
const MOST_SHAPED = 2000;

const openFace = (weight: Weight): Face => {
  const path = fileURLToPath(import.meta.resolve(`@expo-google-fonts/ibm-plex-sans-arabic/${FILES[weight]}`));
  const font = create(readFileSync(path));
  if ("fonts" in font) throw new Error(`${path}: a collection, not one font`);
  return {
    weight,
    font,
    // Its cmap ends with U+FFFF, which has none.
    characters: new Set(font.characterSet.filter((each) => font.hasGlyphForCodePoint(each))),
    glyphText: glyphTextOf(font),
    shaped: recent(MOST_SHAPED),
  };
};

let opened: Faces | null = null;

/** The two faces of the report, parsed once in each thread. */
export const loadFaces = (): Faces => {
  opened ??= { regular: openFace("regular"), bold: openFace("bold") };
  return opened;
};
