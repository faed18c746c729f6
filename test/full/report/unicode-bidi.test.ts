import { existsSync, readFileSync } from "node:fs";
import { expect } from "chai";
import { bidi } from "../../../src/report/pdf/text/bidi.ts";
import { loadFaces } from "../../../src/report/pdf/text/face.ts";
import { directionOf, levelsOf } from "../../../src/report/pdf/text/itemise.ts";
import { layOutText } from "../../../src/report/pdf/text/lay-out-text.ts";
import type { Direction } from "../../../src/report/pdf/text/shape-text.ts";
import { visualOrder } from "../../../src/report/pdf/text/visual-order.ts";
import { visualText } from "../../support/visual-text.ts";

const FILE = "/usr/share/unicode/BidiCharacterTest.txt";
const WIDE = 1_000_000;
const STYLE = { weight: "regular", size: 10, colour: "#000000" } as const;

/** One line of the file: a text, its direction, and where each of its characters is seen. */
interface Case {
  readonly line: string;
  readonly characters: readonly string[];
  readonly base: Direction;
  /** null: the character is taken out (X9). */
  readonly levels: readonly (number | null)[];
  /** Indices into the text, from left to right. */
  readonly order: readonly number[];
}

const readCases = (): readonly Case[] => {
  if (!existsSync(FILE)) throw new Error(`${FILE} is missing: apt-get install unicode-data`);
  return readFileSync(FILE, "utf8")
    .split("\n")
    .filter((line) => /^[0-9A-F]/.test(line))
    .map((line) => {
      const [codes = "", , level = "", levels = "", order = ""] = line.split(";");
      return {
        line,
        characters: codes.split(" ").map((code) => String.fromCodePoint(Number.parseInt(code, 16))),
        base: level === "1" ? ("rtl" as const) : ("ltr" as const),
        levels: levels.split(" ").map((each) => (each === "x" ? null : Number(each))),
        order: order.trim() === "" ? [] : order.trim().split(" ").map(Number),
      };
    });
};

// The engine sets one paragraph a line: separators of paragraphs and tabs are spaces before it sees them.
const SEPARATORS = new Set(["B", "S"]);
const isExpressible = ({ characters }: Case): boolean =>
  characters.every((character) => !SEPARATORS.has(bidi.getBidiCharTypeName(character)));

const SPACES = new Set(["WS", "LRI", "RLI", "FSI", "PDI"]);

/** Spaces at the end of a line are not set: rule L1 would put them at the end, where no ink is. */
const inkEnd = ({ characters, levels }: Case): number =>
  characters.findLastIndex(
    (character, index) => levels[index] !== null && !SPACES.has(bidi.getBidiCharTypeName(character)),
  );

/** Where the engine sees each character: its own levels, its own turning around. */
const engineOrder = (test: Case): readonly number[] => {
  const text = test.characters.join("");
  const levels = levelsOf(text, test.base);
  let unit = 0;
  const items = test.characters.map((character, index) => {
    const item = { index, level: levels?.[unit] ?? 0 };
    unit += character.length;
    return item;
  });
  const last = inkEnd(test);
  const set = items.filter(({ index }) => index <= last && test.levels[index] !== null);
  return visualOrder(set).map(({ index }) => index);
};

describe("the Unicode Bidirectional Algorithm, by BidiCharacterTest.txt", function bidiTest() {
  this.timeout(300_000);
  const cases = readCases();
  const expressible = cases.filter(isExpressible);

  it("is how a line is ordered, in every case that a paragraph can hold", () => {
    const different = expressible.filter((test) => {
      const last = inkEnd(test);
      const expected = test.order.filter((index) => index <= last);
      return engineOrder(test).join(" ") !== expected.join(" ");
    });
    expect(expressible.length).to.be.greaterThan(60_000);
    expect(different.map(({ line }) => line).slice(0, 5)).to.deep.equal([]);
  });

  it("is what is painted, glyph by glyph, wherever the font has the characters", () => {
    const { regular } = loadFaces();
    const isDrawn = (character: string): boolean =>
      bidi.getBidiCharTypeName(character) === "L" ||
      regular.font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
    const CONTROLS = /[\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069]/;
    const drawn = expressible.filter(
      (test) =>
        test.characters.every((character) => CONTROLS.test(character) || isDrawn(character)) &&
        test.characters.some((character) => !CONTROLS.test(character)),
    );
    const different = drawn.filter((test) => {
      const [line] = layOutText(
        [{ text: test.characters.join(""), style: STYLE, part: 0 }],
        test.base,
        WIDE,
        loadFaces(),
      );
      const last = inkEnd(test);
      const expected = test.order
        .filter((index) => index <= last && !CONTROLS.test(test.characters[index] ?? ""))
        .map((index) => {
          const character = test.characters[index] ?? "";
          return (test.levels[index] ?? 0) % 2 === 1
            ? (bidi.getMirroredCharacter(character) ?? character)
            : character;
        })
        .join("");
      return (line === undefined ? "" : visualText(line)).trim() !== expected.trim();
    });
    expect(drawn.length).to.be.greaterThan(1_000);
    expect(different.map(({ line }) => line).slice(0, 5)).to.deep.equal([]);
  });

  it("gives a text its direction", () => {
    const auto = readFileSync(FILE, "utf8")
      .split("\n")
      .filter((line) => /^[0-9A-F ]+;2;/.test(line))
      .map((line) => line.split(";"));
    const different = auto.filter(([codes = "", , level = ""]) => {
      const characters = codes.split(" ").map((code) => String.fromCodePoint(Number.parseInt(code, 16)));
      return directionOf(characters.join(""), "ltr") !== (level === "1" ? "rtl" : "ltr");
    });
    expect(auto.length).to.be.greaterThan(20);
    expect(different.map((fields) => fields.join(";")).slice(0, 5)).to.deep.equal([]);
  });
});
