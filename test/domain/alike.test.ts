import { expect } from "chai";
import { alike, type Worded } from "../../src/domain/alike.ts";
import type { Finding } from "../../src/domain/finding.ts";

const FINDING: Finding = {
  rule: "provisional-guarantee",
  outcome: "failed",
  norm: "binding",
  effect: "warning",
  reason: "tooHigh",
  evidence: [],
  arithmetic: [],
  missing: [],
  parameters: [],
  legalBasis: [{ text: "decret-2-22-431", grade: "R" }],
  points: null,
  remedy: "lowerGuarantee",
};

const worded = (finding: Partial<Finding>, remedyText: string | null = null): Worded => ({
  finding: { ...FINDING, ...finding },
  words: { title: "Guarantee", demand: "At most 2 %.", explanation: "It is above.", remedyText },
});

describe("findings that say the same of several lots", () => {
  it("are told once, where the first stood, with the lots in their order", () => {
    const told = alike([
      worded({ lot: "2" }),
      worded({ rule: "price-logic" }),
      worded({ lot: "1" }),
      worded({ lot: "7" }),
    ]);
    expect(told.map(({ finding, lots }) => [finding.rule, lots])).to.deep.equal([
      ["provisional-guarantee", ["2", "1", "7"]],
      ["price-logic", []],
    ]);
  });

  it("keep apart what differs: outcome, effect, reason, basis", () => {
    const told = alike([
      worded({ lot: "1" }),
      worded({ lot: "2", outcome: "cantTell", effect: null }),
      worded({ lot: "3", reason: "unknown" }),
      worded({ lot: "4", effect: "points" }),
      worded({ lot: "5", legalBasis: [] }),
    ]);
    expect(told.map(({ lots }) => lots)).to.deep.equal([["1"], ["2"], ["3"], ["4"], ["5"]]);
  });

  it("keep apart findings of the whole tender, however alike", () => {
    expect(alike([worded({}), worded({})])).to.have.length(2);
  });

  it("add up their points, and name the lot of each step", () => {
    const step = { label: "share", expression: "1 ÷ 2", value: 0.5 };
    const [told] = alike([
      worded({ lot: "1", points: { earned: 1, possible: 2, undetermined: 0 }, arithmetic: [step] }),
      worded({ lot: "2", points: { earned: 0, possible: 3, undetermined: 1 }, arithmetic: [step] }),
    ]);
    expect(told?.points).to.deep.equal({ earned: 1, possible: 5, undetermined: 1 });
    expect(told?.steps.map(({ lot }) => lot)).to.deep.equal(["1", "2"]);
    const [alone] = alike([worded({ lot: "1", arithmetic: [step] })]);
    expect(alone?.steps).to.deep.equal([{ lot: null, step }]);
  });

  it("list once what several lots read in the same place, or lack there", () => {
    const both = { evidence: [{ pointer: "/launchedOn", value: "2026-01-20" }], missing: ["/scope"] };
    const [told] = alike([worded({ lot: "1", ...both }), worded({ lot: "2", ...both })]);
    expect(told?.evidence).to.have.length(1);
    expect(told?.missing).to.deep.equal(["/scope"]);
  });

  it("paste one text for all, or one for each that differs", () => {
    const [same] = alike([worded({ lot: "1" }, "none"), worded({ lot: "2" }, "none")]);
    expect(same?.remedies).to.deep.equal([{ lots: [], text: "none" }]);
    const [differ] = alike([
      worded({ lot: "1" }, "10"),
      worded({ lot: "2" }, "20"),
      worded({ lot: "3" }, "10"),
    ]);
    expect(differ?.remedies).to.deep.equal([
      { lots: ["1", "3"], text: "10" },
      { lots: ["2"], text: "20" },
    ]);
  });
});
