import { expect } from "chai";
import {
  findingsNow,
  fixtureNames,
  recordedOf,
  recordedRules,
  strayRecords,
} from "./support/recorded-findings.ts";

// A change that is meant is recorded by `npm run findings:record` and read over in the diff.

for (const rule of recordedRules)
  describe(`what ${rule} says`, () => {
    const recorded = recordedOf(rule);
    for (const name of fixtureNames(rule))
      it(`of ${name} is as recorded`, () => {
        expect(findingsNow(rule, name)).to.deep.equal(recorded[name]);
      });

    it("is recorded of no other fixture", () => {
      expect(Object.keys(recorded).filter((name) => !fixtureNames(rule).includes(name))).to.deep.equal([]);
    });
  });

describe("the records of what rules say", () => {
  it("are of rules of the rulebook", () => {
    expect(strayRecords()).to.deep.equal([]);
  });
});
