import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { projectRoot } from "../src/paths.ts";
import { assessed, tenderFixtures } from "./support/fixtures.ts";

/** What was worked out by hand from the rules, for one tender of the demo. */
interface Expected {
  readonly why: string;
  readonly verdict: string;
  readonly sector: string | null;
  /** rule or rule#lot → "outcome reason" or "failed reason effect" */
  readonly findings: Readonly<Record<string, string>>;
}

const expected = JSON.parse(
  readFileSync(join(projectRoot, "fixtures/expected/tenders.json"), "utf8"),
) as Readonly<Record<string, Expected>>;

describe("the tenders of the demo", () => {
  it("each have an expectation, worked out by hand", () => {
    expect(tenderFixtures().toSorted()).to.deep.equal(Object.keys(expected).toSorted());
  });

  for (const [name, { why, verdict, sector, findings }] of Object.entries(expected))
    it(`${name}: ${why}`, () => {
      const assessment = assessed(`tenders/${name}`);
      const said = Object.fromEntries(
        assessment.findings.map(({ rule, lot, outcome, reason, effect }) => [
          lot === undefined ? rule : `${rule}#${lot}`,
          effect === null ? `${outcome} ${reason}` : `${outcome} ${reason} ${effect}`,
        ]),
      );
      expect(assessment.verdict).to.equal(verdict);
      expect(assessment.sector.code).to.equal(sector);
      expect(said).to.deep.include(findings);
    });
});
