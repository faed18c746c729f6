import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import type { Language, Sector } from "../../src/domain/tender.ts";
import { projectRoot } from "../../src/paths.ts";
import { figuresOf, precisionOf, recallOf } from "../support/figures.ts";
import { answersIn, TITLE_SETS, titlesTable } from "../support/titles-table.ts";
import { lexicon } from "./classify-lexicon.ts";

// The goals of the classifier, for the sectors that a verdict hangs on.
const PRECISION = 0.95;
const RECALL = 0.9;
const SECTORS: readonly Sector[] = ["catering", "events"];
const LANGUAGES: readonly Language[] = ["fr", "ar"];

describe("the classifier, on labelled titles", () => {
  for (const [name, titles] of Object.entries(TITLE_SETS))
    for (const language of LANGUAGES)
      for (const sector of SECTORS)
        it(`reaches its goals for ${sector} in ${language}, ${name}`, () => {
          const figures = figuresOf(answersIn(titles, language, lexicon), sector);
          expect(precisionOf(figures), "precision").to.be.at.least(PRECISION);
          expect(recallOf(figures), "recall").to.be.at.least(RECALL);
        });

  it("says nothing of titles that no reader could tell", () => {
    const answers = Object.values(TITLE_SETS).flatMap((titles) =>
      LANGUAGES.flatMap((language) => answersIn(titles, language, lexicon)),
    );
    expect(answers.filter(({ label, code }) => label === null && code !== null)).to.deep.equal([]);
  });

  it("is documented with the figures that it has", () => {
    const page = readFileSync(join(projectRoot, "docs", "classifier.md"), "utf8").split("\n");
    expect(page).to.include.members([...titlesTable(lexicon)]);
  });
});
