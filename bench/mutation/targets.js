// @ts-check
import { readdirSync } from "node:fs";
import { join } from "node:path";

/** What gives outcomes and what makes the score of them. */
const SCORING = [
  "best-offers",
  "elapsed-hours",
  "estimate",
  "judgement",
  "money",
  "questions",
  "ranking",
  "reservation",
  "score",
  "stage",
  "steps",
  "subject",
  "verdict",
  "year-like-orders",
  "year-reserve",
];

/** Tests that are quick enough to run for each mutant: not the properties, which try hundreds of tenders. */
const UNIT_TESTS = [
  "checks-effects",
  "judgement",
  "money",
  "questions",
  "ranking",
  "remedies",
  "reservation",
  "score",
  "steps",
  "subject",
  "verdict",
  "year",
  "year-orders",
].map((name) => `dist/test/domain/${name}.test.js`);

export const TESTS = [...UNIT_TESTS, "dist/test/findings.test.js", "dist/test/tenders.test.js"];

/**
 * Each file with the tests that are its own, by their names: of a check the recorded findings of its rule and the
 * unit tests, of the scoring all.
 * @param {string} sandbox
 */
export const targetsIn = (sandbox) => [
  ...readdirSync(join(sandbox, "dist/src/domain/checks"))
    .filter((name) => name.endsWith(".js") && name !== "index.js")
    .map((name) => ({
      file: `dist/src/domain/checks/${name}`,
      tests: `^(?!what |the tenders of the demo)|^what ${name.replace(".js", "")} says`,
    })),
  ...SCORING.map((name) => ({ file: `dist/src/domain/${name}.js`, tests: "" })),
];
