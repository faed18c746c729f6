import { expect } from "chai";
import type { Sector } from "../../src/domain/tender.ts";
import { blocksVerdict, verdictOf } from "../../src/domain/verdict.ts";
import { ruledFinding } from "../support/ruled-finding.ts";

const sector = (code: Sector | null) => ({ code, confidence: 1, terms: [] });
const CATERING = sector("catering");
const passed = ruledFinding();
const breach = ruledFinding({ outcome: "failed", effect: "breach" });
const doubt = ruledFinding({ outcome: "failed", effect: "warning" });
const lost = ruledFinding({ outcome: "failed", effect: "points", norm: "recommended" }, { isBinding: false });
const open = ruledFinding({ outcome: "cantTell" });
const openBreach = ruledFinding({ outcome: "cantTell" }, { canBreach: true });
const openPolicy = ruledFinding({ outcome: "cantTell", norm: "recommended" }, { isBinding: false });

describe("the verdict", () => {
  it("is compliant when all that binds has passed, whatever the policy earns or leaves open", () => {
    expect(verdictOf(CATERING, [passed, lost, openPolicy])).to.equal("compliant");
    expect(verdictOf(CATERING, [])).to.equal("compliant");
  });

  it("has reservations for a doubt, or for a binding rule that is open and cannot break the law", () => {
    expect(verdictOf(CATERING, [passed, doubt])).to.equal("compliantWithReservations");
    expect(verdictOf(CATERING, [passed, open])).to.equal("compliantWithReservations");
  });

  it("waits for a rule that might be a breach", () => {
    expect(verdictOf(CATERING, [doubt, openBreach])).to.equal("undetermined");
  });

  it("is non-compliant by one breach, whatever is open", () => {
    expect(verdictOf(CATERING, [openBreach, breach, passed])).to.equal("nonCompliant");
  });

  it("is undetermined at best while the sector is unknown", () => {
    expect(verdictOf(sector(null), [passed])).to.equal("undetermined");
    expect(verdictOf(sector(null), [breach])).to.equal("nonCompliant");
  });

  it("is out of scope in another sector, even with a breach", () => {
    expect(verdictOf(sector("other"), [breach])).to.equal("outOfScope");
  });
});

describe("a finding", () => {
  it("blocks the verdict while it is open and could be a breach", () => {
    expect(blocksVerdict(openBreach)).to.equal(true);
    expect(blocksVerdict(open)).to.equal(false);
    expect(blocksVerdict(ruledFinding({ outcome: "failed" }, { canBreach: true }))).to.equal(false);
  });
});
