import { expect } from "chai";
import { assess } from "../../src/domain/assess.ts";
import { compare } from "../../src/domain/compare.ts";
import { rulebook, tenderIn } from "../support/fixtures.ts";

describe("what changed from one assessment to another", () => {
  const lots = tenderIn("tenders/national-day-lots.json");
  const judged = (change: object) => assess({ ...lots, ...change }, rulebook, null);

  it("is nothing for the same tender under the same law", () => {
    expect(compare(judged({}), judged({}))).to.deep.equal({
      on: null,
      rulebook: null,
      verdict: null,
      index: null,
      findings: [],
    });
  });

  it("calls no number of the law changed because a lot is gone", () => {
    const { findings } = compare(judged({}), judged({ lots: (lots.lots ?? []).slice(0, 1) }));
    const gone = findings.filter(({ after }) => after === null);
    expect(gone.map(({ lot }) => lot)).to.include("3");
    expect(gone.flatMap(({ parameters }) => parameters)).to.deep.equal([]);
  });

  it("tells the numbers that differ from one law to another", () => {
    const call = tenderIn("tenders/purchase-order-reception.json");
    const { findings } = compare(assess(call, rulebook, "2022-06-01"), assess(call, rulebook, "2026-02-01"));
    const numbers = findings.flatMap(({ parameters }) => parameters);
    expect(numbers.map(({ id }) => id)).to.include("purchase-order-ceiling");
  });
});
