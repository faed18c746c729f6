import { expect } from "chai";
import { array, assert, constantFrom, property } from "fast-check";
import { bidi } from "../../src/report/pdf/text/bidi.ts";
import { loadFaces } from "../../src/report/pdf/text/face.ts";
import { layOutText } from "../../src/report/pdf/text/lay-out-text.ts";
import { visualText } from "../support/visual-text.ts";

const STYLE = { weight: "regular", size: 10, colour: "#000000" } as const;

/** Words and signs that meet in a report: both scripts, figures, brackets, references and isolates. */
const PIECES = [
  "رقم",
  "الأولوية",
  "في",
  "Catering",
  "148",
  "1,5",
  "2-22-431",
  "85%",
  "(",
  ")",
  "«",
  "»",
  " ",
  "، ",
  "/",
  "\u20662-22-431\u2069",
  "\u2067نص x\u2069",
  "\u2068abc (1)\u2069",
];
const CONTROLS = /[\u2066-\u2069]/g;

const lineOf = (text: string, base: "ltr" | "rtl"): string => {
  const [line] = layOutText([{ text, style: STYLE, part: 0 }], base, 100_000, loadFaces());
  return line === undefined ? "" : visualText(line);
};

const letters = (text: string): string =>
  Array.from(text.replaceAll(CONTROLS, "").replaceAll(/\s/g, "")).toSorted().join("");

describe("the order of a line", () => {
  for (const base of ["ltr", "rtl"] as const)
    it(`is that of the Unicode Bidirectional Algorithm, ${base}, whatever words meet`, () => {
      assert(
        property(array(constantFrom(...PIECES), { maxLength: 12 }), (pieces) => {
          const text = pieces.join("").trim();
          const levels = bidi.getEmbeddingLevels(text, base);
          const expected = bidi.getReorderedString(text, levels).replaceAll(CONTROLS, "");
          expect(lineOf(text, base).trim()).to.equal(expected.trim());
        }),
        { numRuns: 500 },
      );
    });
});

describe("lines of any width", () => {
  it("hold every letter of the text, and no other", () => {
    assert(
      property(
        array(constantFrom(...PIECES), { maxLength: 20 }),
        constantFrom(12, 25, 60, 200),
        (pieces, width) => {
          const text = pieces.join("");
          const lines = layOutText([{ text, style: STYLE, part: 0 }], "rtl", width, loadFaces());
          // A bracket is drawn as its mirror image in Arabic: both are counted as one sign.
          const plain = (part: string): string => letters(part).replaceAll(/[()«»]/g, "|");
          expect(letters(plain(lines.map(visualText).join("")))).to.equal(letters(plain(text)));
        },
      ),
      { numRuns: 500 },
    );
  });
});
