import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import * as hb from "harfbuzzjs";
import { projectRoot } from "../../src/paths.ts";
import { type Face, loadFaces, type Weight } from "../../src/report/pdf/text/face.ts";
import { type Direction, shapeText } from "../../src/report/pdf/text/shape-text.ts";

const FILES: Readonly<Record<Weight, string>> = {
  regular: "400Regular/IBMPlexSansArabic_400Regular.ttf",
  bold: "700Bold/IBMPlexSansArabic_700Bold.ttf",
};
/** Widest kerning of Arabic letters that the shaper keeps, in thousandths of an em. */
const WIDEST = 95;

const harfBuzzFont = (weight: Weight): hb.Font => {
  const path = fileURLToPath(import.meta.resolve(`@expo-google-fonts/ibm-plex-sans-arabic/${FILES[weight]}`));
  return new hb.Font(new hb.Face(new hb.Blob(readFileSync(path))));
};

/** Where the words are that a report may print. */
const FOLDERS = [
  "templates/locales",
  "rulebook",
  "fixtures/tenders",
  "fixtures/cooperatives",
  "fixtures/programmes",
];

const texts = FOLDERS.flatMap((folder) =>
  readdirSync(join(projectRoot, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .map((name) => readFileSync(join(projectRoot, folder, name), "utf8")),
).join(" ");

const distinct = (pattern: RegExp): readonly string[] => [...new Set(texts.match(pattern))];

/** The distinct words of the product's locales, its rulebook and its demo files, by direction. */
const WORDS: Readonly<Record<Direction, readonly string[]>> = {
  rtl: distinct(/[\u0621-\u0652]+/g),
  ltr: distinct(/[A-Za-z\u00C0-\u00FF\u0152\u0153]{2,}/g),
};

interface Placed {
  readonly id: number;
  readonly advance: number;
  readonly xOffset: number;
  readonly yOffset: number;
}

const byHarfBuzz = (font: hb.Font, face: Face, word: string): readonly Placed[] => {
  const buffer = new hb.Buffer();
  buffer.addText(word);
  buffer.guessSegmentProperties();
  hb.shape(font, buffer);
  const positions = buffer.getGlyphPositions();
  return buffer.getGlyphInfos().map(({ codepoint }, index) => {
    const natural = face.font.getGlyph(codepoint).advanceWidth;
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
    const excess = Math.max(0, xAdvance - natural - WIDEST);
    return {
      id: codepoint,
      advance: xAdvance - excess,
      xOffset: xOffset > 0 ? xOffset - excess : xOffset,
      yOffset,
    };
  });
};

const byUs = (face: Face, word: string, direction: Direction): readonly Placed[] =>
  shapeText(face, word, direction).glyphs.map(({ id, advance, xOffset, yOffset }) => ({
    id,
    advance,
    xOffset,
    yOffset,
  }));

describe("shaping", () => {
  for (const direction of ["rtl", "ltr"] as const)
    for (const weight of ["regular", "bold"] as const)
      it(`equals HarfBuzz for every word of the product, ${direction}, in ${weight}`, () => {
        const face = loadFaces()[weight];
        const font = harfBuzzFont(weight);
        const different = WORDS[direction].filter(
          (word) =>
            JSON.stringify(byUs(face, word, direction)) !== JSON.stringify(byHarfBuzz(font, face, word)),
        );
        expect(WORDS[direction].length).to.be.at.least(2_000);
        expect(different).to.deep.equal([]);
      });

  it("knows what every glyph says, in every word of the product", () => {
    const face = loadFaces().regular;
    const silent = (["rtl", "ltr"] as const).flatMap((direction) =>
      WORDS[direction].filter((word) =>
        shapeText(face, word, direction).glyphs.some(({ id }) => !face.glyphText.has(id)),
      ),
    );
    expect(silent).to.deep.equal([]);
  });

  it("names the character when the font has no glyph for it", () => {
    expect(() => shapeText(loadFaces().regular, "a😀", "ltr")).to.throw("U+1F600");
  });
});
