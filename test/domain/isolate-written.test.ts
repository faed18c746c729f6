import { expect } from "chai";
import { isolateWritten } from "../../src/domain/format.ts";

const shown = (text: string): string =>
  isolateWritten(text).replaceAll("\u2066", "<").replaceAll("\u2069", ">");

describe("figures that a user wrote among Arabic words", () => {
  it("stand in an isolate where they have several parts", () => {
    expect(shown("المرسوم 2-22-431 بتاريخ 2026-03-01")).to.equal("المرسوم <2-22-431> بتاريخ <2026-03-01>");
    expect(shown("مبلغ 250 000,00 درهم و 1\u00A0500\u00A0000")).to.equal(
      "مبلغ <250 000,00> درهم و <1\u00A0500\u00A0000>",
    );
    expect(shown("طلب 134/BR/2025، دفتر BC 123.")).to.equal("طلب <134/BR/2025>، دفتر <BC 123>.");
  });

  it("stand as they are where they have one, and in other letters", () => {
    expect(shown("المادة 148 سنة 2026 (Catering)")).to.equal("المادة 148 سنة 2026 (Catering)");
    expect(shown("décret 2-22-431, 250 000,00 DH")).to.equal("décret 2-22-431, 250 000,00 DH");
  });

  it("take the Latin words along that they belong to", () => {
    expect(shown("صوت JBL EON 715 بقوة 1300W حسب NM ISO 22000:2018، عدد 12")).to.equal(
      "صوت <JBL EON 715> بقوة 1300W حسب <NM ISO 22000:2018>، عدد 12",
    );
    expect(shown("شركة Société X-2 (Agadir 1.0) بأكادير (Lot 2-B) 250 000 DH")).to.equal(
      "شركة <Société X-2 (Agadir 1.0)> بأكادير (<Lot 2-B>) <250 000> DH",
    );
  });

  it("take one step for each character, whatever the text", () => {
    for (const part of ["1 000-", "1", "a(", "a ", "1a", "(a) "]) {
      const long = `ب${part.repeat(20_000)}`;
      expect(isolateWritten(long).length).to.be.at.least(long.length);
    }
  });
});
