import { expect } from "chai";
import type { Language } from "../../../src/domain/tender.ts";
import { renderReport } from "../../../src/report/render-report.ts";
import { renderReportHtml } from "../../../src/report/render-report-html.ts";
import { reportInput } from "../../support/report-input.ts";
import { pageText, pdfText } from "../../support/report-text.ts";

// Poppler takes vowel signs for the end of a word, in every producer's PDF.
const VOWEL_SIGNS = /[\u064B-\u0652]/;
const wordsIn = (text: string): ReadonlySet<string> => new Set(text.match(/[\p{L}\p{M}]{2,}/gu));

const extracted = async (language: Language): Promise<string> =>
  pdfText(await renderReport(reportInput("tie-cooperative-passed-over", language)));

describe("text taken out of the PDF by pdftotext", function extraction() {
  this.timeout(60_000);
  for (const language of ["ar", "fr", "en"] as const)
    it(`holds every word of the report in ${language}`, async () => {
      const found = wordsIn(await extracted(language));
      const html = renderReportHtml(reportInput("tie-cooperative-passed-over", language));
      const wanted = [...wordsIn(pageText(html))].filter((word) => !VOWEL_SIGNS.test(word));
      expect(wanted.length).to.be.greaterThan(300);
      expect(wanted.filter((word) => !found.has(word))).to.deep.equal([]);
    });

  it("reverses no number of a decree in Arabic", async () => {
    const text = await extracted("ar");
    expect(text).to.include("2-22-431");
    expect(text).to.not.include("431-22-2");
  });
});
