import { expect } from "chai";
import { broken, judge, met, unknown, worth } from "../../src/domain/judgement.ts";

const at = (pointer: string) => ({ evidence: [{ pointer, value: 1 }] });

describe("several conditions", () => {
  it("pass when all hold", () => {
    const { outcome, reason, evidence, points } = judge("fine", [met(at("/a")), met(at("/b"))]);
    expect({ outcome, reason, points }).to.deep.equal({ outcome: "passed", reason: "fine", points: null });
    expect(evidence.map(({ pointer }) => pointer)).to.deep.equal(["/a", "/b"]);
  });

  it("fail when one is false, whatever is unknown", () => {
    const { outcome, reason, missing } = judge("fine", [unknown("open", ["/x"]), broken("wrong")]);
    expect({ outcome, reason, missing }).to.deep.equal({
      outcome: "failed",
      reason: "wrong",
      missing: ["/x"],
    });
  });

  it("cannot tell when one is unknown and none false, and say each missing fact once", () => {
    const { outcome, reason, missing } = judge("fine", [
      met(),
      unknown("open", ["/x"]),
      unknown("other", ["/x", "/y"]),
    ]);
    expect({ outcome, reason, missing }).to.deep.equal({
      outcome: "cantTell",
      reason: "open",
      missing: ["/x", "/y"],
    });
  });

  it("fail by the gravest", () => {
    const { reason, effect } = judge("fine", [{ ...broken("doubt"), effect: "warning" }, broken("grave")]);
    expect({ reason, effect }).to.deep.equal({ reason: "grave", effect: undefined });
  });

  it("earn their points one by one", () => {
    const { points } = judge("fine", [
      worth(5, met()),
      worth(3, broken("no")),
      worth(2, unknown("open", ["/x"])),
    ]);
    expect(points).to.deep.equal({ earned: 5, possible: 10, undetermined: 2 });
  });
});
