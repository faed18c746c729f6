import { expect } from "chai";
import * as fc from "fast-check";
import { type Decision, hindrance, isApproved } from "../../src/domain/four-eyes.ts";

const step: fc.Arbitrary<Decision> = fc.record({
  kind: fc.constantFrom("proposed", "approved", "refused"),
  by: fc.constantFrom("amina", "brahim", "chama"),
});

/** What was taken of the steps that were tried. */
const taken = (tried: readonly Decision[]): readonly Decision[] =>
  tried.reduce<readonly Decision[]>(
    (history, each) => (hindrance(history, each) === null ? [...history, each] : history),
    [],
  );

describe("four eyes", () => {
  it("let no sequence of one person's steps approve anything", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (tried) => {
        const alone = tried.map((each) => ({ ...each, by: "amina" }));
        expect(isApproved(taken(alone))).to.equal(false);
      }),
      { numRuns: 5000 },
    );
  });

  it("approve only what another person proposed, whatever was tried before", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (tried) => {
        const history = taken(tried);
        if (!isApproved(history)) return;
        const [proposal, approval] = history.slice(-2);
        expect(proposal?.kind).to.equal("proposed");
        expect(proposal?.by).to.not.equal(approval?.by);
      }),
      { numRuns: 20_000 },
    );
  });
});
