import { expect } from "chai";
import { loadFaces } from "../../src/report/pdf/text/face.ts";
import { printableText } from "../../src/report/pdf/text/printable-text.ts";

const printed = (text: string): string => printableText(text, loadFaces());

describe("a user's text", () => {
  it("names what the font cannot draw", () => {
    expect(printed("fête 😀")).to.equal("fête [U+1F600]");
    expect(printed("\uFFFF")).to.equal("[U+FFFF]");
  });

  it("loses what would steer the line", () => {
    expect(printed("abc \u202Edef\u202C \u2066ghi\u2069\u200F")).to.equal("abc def ghi");
  });

  it("is read in letters when it comes in presentation forms", () => {
    expect(printed("ﺍﻟﺠﻤﺎﻋﺔ")).to.equal("الجماعة");
  });

  it("keeps its words apart where control characters stood", () => {
    expect(printed("un\u0000deux\ttrois")).to.equal("un deux trois");
  });

  it("is composed, with a no-break space for the narrow one", () => {
    expect(printed("e\u0301te\u0301 1\u202F000")).to.equal("été 1\u00A0000");
  });
});
