import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import * as hb from "harfbuzzjs";
import { projectRoot } from "../../src/paths.ts";
import { type Face, loadFaces, type Weight } from "../../src/report/pdf/text/face.ts";
import { shapeText } from "../../src/report/pdf/text/shape-text.ts";

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

/** Every Arabic word of the product: its locales and its rulebook. */
const arabicWords = (): readonly string[] => {
  const files = ["templates/locales", "rulebook"].flatMap((folder) =>
    readdirSync(join(projectRoot, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".json"))
      .map((name) => readFileSync(join(projectRoot, folder, name), "utf8")),
  );
  return [...new Set(files.join(" ").match(/[\u0621-\u0652]+/g))];
};

const byHarfBuzz = (font: hb.Font, face: Face, word: string) => {
  const buffer = new hb.Buffer();
  buffer.addText(word);
  buffer.guessSegmentProperties();
  hb.shape(font, buffer);
  const positions = buffer.getGlyphPositions();
  return buffer.getGlyphInfos().map(({ codepoint }, index) => {
    const natural = face.font.getGlyph(codepoint).advanceWidth;
    const advance = positions[index]?.xAdvance ?? 0;
    return { id: codepoint, advance: Math.min(advance, natural + WIDEST) };
  });
};

describe("shaping", () => {
  const words = arabicWords();

  for (const weight of ["regular", "bold"] as const)
    it(`equals HarfBuzz for every Arabic word of the product, in ${weight}`, () => {
      const face = loadFaces()[weight];
      const font = harfBuzzFont(weight);
      const different = words.filter((word) => {
        const ours = shapeText(face, word, "rtl").glyphs.map(({ id, advance }) => ({ id, advance }));
        return JSON.stringify(ours) !== JSON.stringify(byHarfBuzz(font, face, word));
      });
      expect(words.length).to.be.greaterThan(500);
      expect(different).to.deep.equal([]);
    });

  it("knows what every glyph says, in every word of the product", () => {
    const face = loadFaces().regular;
    const silent = words.filter((word) =>
      shapeText(face, word, "rtl").glyphs.some(({ id }) => !face.glyphText.has(id)),
    );
    expect(silent).to.deep.equal([]);
  });

  it("names the character when the font has no glyph for it", () => {
    expect(() => shapeText(loadFaces().regular, "a😀", "ltr")).to.throw("U+1F600");
  });
});
