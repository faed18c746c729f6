import { expect } from "chai";
import { reportLocale } from "../../src/report/view/report-locale.ts";

const places = (text: string): readonly string[] => (text.match(/\{\w+\}/g) ?? []).toSorted();

describe("the words of the report", () => {
  const french = reportLocale("fr");

  for (const language of ["ar", "en"] as const) {
    it(`have the same keys in ${language} as in French`, () => {
      expect(Object.keys(reportLocale(language))).to.deep.equal(Object.keys(french));
    });

    it(`leave the same places open in ${language} as in French`, () => {
      const different = Object.keys(french).filter(
        (key) => places(french[key] ?? "").join(" ") !== places(reportLocale(language)[key] ?? "").join(" "),
      );
      expect(different).to.deep.equal([]);
    });
  }
});
