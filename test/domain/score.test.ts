import { expect } from "chai";
import * as fc from "fast-check";
import { score } from "../../src/domain/score.ts";

const scored = (
  rule: string,
  earned: number,
  undetermined: number,
  possible: number,
  weightKnown = true,
) => ({
  rule,
  points: { earned, undetermined, possible },
  weightKnown,
  full: possible,
});

describe("the index", () => {
  it("is earned over what is determined; low and high count what is open", () => {
    expect(score([scored("a", 25, 0, 25), scored("b", 0, 0, 20), scored("c", 0, 12, 12)])).to.deep.equal({
      score: 55.6,
      low: 43.9,
      high: 64.9,
      coverage: 0.79,
    });
  });

  it("is unknown between 0 and 100 when nothing is determined", () => {
    expect(score([scored("a", 0, 25, 25)])).to.deep.equal({ score: null, low: 0, high: 100, coverage: 0 });
  });

  it("is nothing at all when nothing applies", () => {
    expect(score([])).to.deep.equal({ score: null, low: null, high: null, coverage: null });
  });

  it("allows for any weight of lots whose estimate is unknown", () => {
    const lots = [scored("a", 6, 0, 6, false), scored("a", 0, 0, 6, false)];
    expect(score(lots)).to.deep.equal({ score: 50, low: 0, high: 100, coverage: 1 });
  });

  it("allows for any part of a rule that applies to some lots alone", () => {
    const lots = [
      { ...scored("a", 6, 0, 6, false), full: 12 },
      { rule: "a", points: null, weightKnown: false, full: 12 },
      scored("b", 0, 0, 12),
    ];
    expect(score(lots)).to.deep.equal({ score: 33.3, low: 0, high: 50, coverage: 1 });
  });

  it("takes lots as they weigh when their estimates are known, also where the rule reaches some alone", () => {
    const lots = [scored("a", 3, 0, 3), { rule: "a", points: null, weightKnown: true, full: 12 }];
    expect(score([...lots, scored("a", 0, 3, 9)])).to.deep.equal({
      score: 33.3,
      low: 25,
      high: 50,
      coverage: 0.75,
    });
  });

  it("gives the unknown weight of a lot to what the rule is worth there, and none where it is void", () => {
    const lots = [scored("a", 3, 0, 12, false), scored("a", 2, 4, 6, false), scored("a", 0, 0, 0, false)];
    expect(score(lots)).to.deep.equal({ score: 35.7, low: 25, high: 100, coverage: 0.78 });
  });

  it("stays between low and high", () => {
    const part = fc.tuple(fc.nat(50), fc.nat(50), fc.nat(50), fc.boolean(), fc.constantFrom("a", "b", "c"));
    fc.assert(
      fc.property(fc.array(part, { minLength: 1 }), (parts) => {
        const {
          score: value,
          low,
          high,
        } = score(
          parts.map(([earned, undetermined, lost, weightKnown, rule]) =>
            scored(rule, earned, undetermined, earned + undetermined + lost, weightKnown),
          ),
        );
        return value === null || (low !== null && high !== null && low <= value && value <= high);
      }),
    );
  });
});
