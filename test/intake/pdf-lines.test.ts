import { expect } from "chai";
import { pageText, type Piece } from "../../src/intake/notice/pdf-lines.ts";

/** Pieces as a PDF draws them on one line, from the left. */
const drawn = (texts: readonly string[], y = 700): readonly Piece[] =>
  texts.map((text, index) => ({
    text,
    x: 50 + index * 10,
    y,
    height: 12,
    isLast: index === texts.length - 1,
  }));

describe("the lines of a PDF", () => {
  it("are read from the right where they are Arabic, figures from the left", () => {
    const line = drawn(["درهم", " ", "20", ".", "000", ",", "00", " ", "مبلغ"]);
    expect(pageText(line)).to.equal("مبلغ 20.000,00 درهم");
  });

  it("turn brackets and shaped letters into those that are typed", () => {
    expect(pageText(drawn(["(", "ﺔﻴﻤﻫو", ")", " ", "جماعة"]))).to.match(/^جماعة \(.*\)$/);
    expect(pageText(drawn(["م", "ﺎ", "ﻌ", "ﻃ", "ﻹ", "ا"]))).to.equal("الإطعام");
  });

  it("mend lam and alef that a font names from the left", () => {
    expect(pageText(drawn(["فتح األظرفة"]))).to.equal("فتح الأظرفة");
  });

  it("stay as drawn in French, in whatever order the pieces come", () => {
    const [commune, space, name] = drawn(["Commune", " ", "fictive"]) as [Piece, Piece, Piece];
    expect(pageText([name, commune, space].map((piece) => ({ ...piece, isLast: false })))).to.equal(
      "Commune fictive",
    );
    expect(pageText([...drawn(["un"]), ...drawn(["deux"], 680)])).to.equal("un\ndeux");
  });
});
