import { expect } from "chai";
import { loadFaces } from "../../src/report/pdf/text/face.ts";
import { layOutText } from "../../src/report/pdf/text/lay-out-text.ts";
import { withFrenchSpaces, withWholeNumbers } from "../../src/report/pdf/text/normalise-text.ts";
import type { Line } from "../../src/report/pdf/text/place-line.ts";
import type { Direction } from "../../src/report/pdf/text/shape-text.ts";
import { visualText } from "../support/visual-text.ts";

const STYLE = { weight: "regular", size: 10, colour: "#000000" } as const;
const WIDE = 10_000;

const linesOf = (text: string, base: Direction, width = WIDE): readonly Line[] =>
  layOutText([{ text, style: STYLE, part: 0 }], base, width, loadFaces());

const visual = (line: Line | undefined): string => (line === undefined ? "" : visualText(line));

const turned = (text: string): string => Array.from(text).toReversed().join("");

describe("a line of text", () => {
  it("keeps the number of a decree in order when it stands in an isolate", () => {
    expect(visual(linesOf("رقم \u20662-22-431\u2069", "rtl")[0])).to.equal(`2-22-431 ${turned("رقم")}`);
  });

  it("keeps amounts, articles and shares in order in Arabic", () => {
    const line = visual(linesOf("المادة 148 و 250.000,00 درهم 85%", "rtl")[0]);
    expect(line).to.include("148").and.include("250.000,00").and.include("85");
  });

  it("keeps Latin words in order and mirrors brackets in Arabic", () => {
    expect(visual(linesOf("ثم (Catering) نص", "rtl")[0])).to.equal(
      `${turned("نص")} (Catering) ${turned("ثم")}`,
    );
  });

  it("reads a lam-alef as two letters", () => {
    expect(visual(linesOf("الأولوية", "rtl")[0])).to.equal(turned("الأولوية"));
  });

  it("reads the ligature of f and i as two letters", () => {
    expect(visual(linesOf("confirmer", "ltr")[0])).to.equal("confirmer");
  });
});

describe("filling lines", () => {
  it("never goes beyond the width", () => {
    const lines = linesOf("un texte assez long pour tenir sur plusieurs lignes", "ltr", 60);
    expect(lines.length).to.be.greaterThan(3);
    for (const { width } of lines) expect(width).to.be.at.most(60);
  });

  it("cuts a hash wider than the line, and loses nothing", () => {
    const hash = "0123456789abcdef".repeat(4);
    const lines = linesOf(hash, "ltr", 90);
    expect(lines.map(visual).join("")).to.equal(hash);
    for (const { width } of lines) expect(width).to.be.at.most(90.5);
  });

  it("cuts no reference that fits on a line", () => {
    const run = { text: "/publications/1/publishedAt", style: STYLE, part: 0, isReference: true };
    const lines = layOutText([{ ...run, text: "voir ", isReference: false }, run], "ltr", 140, loadFaces());
    expect(lines.map(visual)).to.deep.equal(["voir", run.text]);
  });

  it("never cuts an Arabic word that fits on a line", () => {
    const words = "تنظيم التظاهرات والحفلات الاقتصاد الاجتماعي والتضامني".split(" ");
    const printed = linesOf(words.join(" "), "rtl", 75).flatMap((line) => visual(line).split(" "));
    expect(printed.map(turned).toSorted()).to.deep.equal(words.toSorted());
  });

  it("begins no line with the sign that French puts after a space", () => {
    const text = withFrenchSpaces("Vérifier : « texte » ; vraiment ! oui ? 2 %");
    const starts = Array.from({ length: 60 }, (_, index) => linesOf(text, "ltr", 60 + index * 3))
      .flat()
      .map((line) => visual(line).at(0));
    expect(starts.filter((sign) => /[:»;!?%]/.test(sign ?? ""))).to.deep.equal([]);
  });

  it("keeps the thousands of a number together, and numbers apart", () => {
    const spaced = withWholeNumbers("لفائدة 250 000 شخص، 1 234 567,50 في 2026 10 و12 3456");
    expect(spaced.replaceAll("\u00A0", "~")).to.equal("لفائدة 250~000 شخص، 1~234~567,50 في 2026 10 و12 3456");
  });

  it("keeps a small number with what it counts in French, and n° with its number", () => {
    const spaced = withFrenchSpaces(
      "au moins 7 jours, appel n° 3/2026, 1) tentes (2 lots), en 2026 et après",
    );
    expect(spaced.replaceAll("\u00A0", "~")).to.equal(
      "au moins 7~jours, appel n°~3/2026, 1)~tentes (2~lots), en 2026 et après",
    );
  });

  it("ends a line where it must", () => {
    expect(linesOf("un\ndeux", "ltr").map(visual)).to.deep.equal(["un", "deux"]);
  });
});

describe("a text made to hurt", () => {
  const texts: Readonly<Record<string, string>> = {
    "20 000 Latin letters without a break": "x".repeat(20_000),
    "20 000 Arabic letters without a break": "ب".repeat(20_000),
    "20 000 changes of direction": "aب1".repeat(7_000),
    "10 000 marks on one letter": `a${"\u0301".repeat(10_000)}`,
    "20 000 opening brackets": "(".repeat(20_000),
    "20 000 isolates that are never closed": `${"\u2066".repeat(20_000)}a`,
  };
  for (const [name, text] of Object.entries(texts))
    it(`is laid out in time: ${name}`, function inTime() {
      this.timeout(5_000);
      for (const { width } of linesOf(text, "rtl", 400)) expect(width).to.be.at.most(401);
    });
});
