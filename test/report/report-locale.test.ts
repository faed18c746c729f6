import { expect } from "chai";
import { factLocale, packLocale, reportLocale } from "../../src/report/view/report-locale.ts";

const places = (text: string): readonly string[] => (text.match(/\{\w+\}/g) ?? []).toSorted();

for (const [what, localeIn] of [
  ["the words of the report", reportLocale],
  ["the names of facts", factLocale],
  ["the words of the pack", packLocale],
] as const)
  describe(what, () => {
    const french = localeIn("fr");

    for (const language of ["ar", "en"] as const) {
      it(`have the same keys in ${language} as in French`, () => {
        expect(Object.keys(localeIn(language))).to.deep.equal(Object.keys(french));
      });

      it(`leave the same places open in ${language} as in French`, () => {
        const different = Object.keys(french).filter(
          (key) => places(french[key] ?? "").join(" ") !== places(localeIn(language)[key] ?? "").join(" "),
        );
        expect(different).to.deep.equal([]);
      });
    }
  });
