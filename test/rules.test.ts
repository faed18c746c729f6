import { expect } from "chai";
import { assessed, ruleFixtures, rulebook } from "./support/fixtures.ts";

const rules = rulebook.rules.map(({ id }) => id);
const fixtures = ruleFixtures(rules);

for (const id of rules)
  describe(`rule ${id}`, () => {
    for (const { path, outcome, reason } of fixtures.filter(({ rule }) => rule === id))
      it(`${path.split("/").at(-1)}`, () => {
        const found = assessed(path).findings.filter(({ rule }) => rule === id);
        const said = found.map((finding) => `${finding.outcome} ${finding.reason}`);
        expect(said).to.include(`${outcome} ${reason}`);
      });
  });
