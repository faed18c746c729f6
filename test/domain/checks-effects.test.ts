import { expect } from "chai";
import { assess } from "../../src/domain/assess.ts";
import type { Finding } from "../../src/domain/finding.ts";
import type { Rulebook } from "../../src/domain/rulebook.ts";
import { rulebook, tenderIn } from "../support/fixtures.ts";
import { confirmedRulebook } from "./confirmed-rulebook.ts";

/** The finding of a rule on one of its own fixtures. */
const found = (rule: string, name: string, book: Rulebook = rulebook): Finding => {
  const { findings } = assess(tenderIn(`rules/${rule}/${name}.json`), book, null);
  const finding = findings.find((each) => each.rule === rule);
  if (finding === undefined) throw new Error(`no finding of ${rule}`);
  return finding;
};

const effects = (rule: string, name: string, numbers: readonly string[]) => [
  found(rule, name).effect,
  found(rule, name, confirmedRulebook(rulebook, numbers)).effect,
];

describe("a number of a weak source", () => {
  it("makes a doubt, and a breach once a jurist has confirmed it", () => {
    const lifted = ["warning", "breach"];
    expect(effects("subcontracting-share", "failed-shareTooHigh", ["subcontracting-ceiling"])).to.deep.equal(
      lifted,
    );
    expect(effects("minutes-published", "failed-publishedLate", ["minutes-hours"])).to.deep.equal(lifted);
    expect(
      effects("publication-media", "failed-noArabicNewspaper", ["newspapers-open", "newspapers-open-arabic"]),
    ).to.deep.equal(lifted);
    expect(
      effects("purchase-notice", "failed-noticeTooShort.one-minute", ["purchase-notice-hours"]),
    ).to.deep.equal(lifted);
  });

  it("still makes a doubt while another number of the rule is not confirmed", () => {
    expect(
      effects("definitive-guarantee", "failed-guaranteeTooHigh", ["definitive-guarantee-ceiling"]),
    ).to.deep.equal(["warning", "warning"]);
  });

  it("lifts no duty that it does not carry: the portal", () => {
    expect(effects("purchase-notice", "failed-notOnPortal", ["purchase-notice-hours"])).to.deep.equal([
      "warning",
      "warning",
    ]);
    expect(effects("publication-media", "failed-notOnPortal", ["newspapers-simplified"])).to.deep.equal([
      "warning",
      "warning",
    ]);
  });
});

describe("a number read in a tender document", () => {
  it("breaks the law: the winner informed late", () => {
    expect(found("winner-informed", "failed-informedLate").effect).to.equal("breach");
  });

  it("stays a doubt where the rule is no more: validity, evaluation, estimate", () => {
    expect(found("offer-validity", "failed-validityTooLong").effect).to.equal("warning");
    expect(found("offer-validity", "failed-validityTooLong.old-decree").effect).to.equal("warning");
    expect(found("evaluation-method", "failed-pointsGrid").effect).to.equal("warning");
    expect(found("estimate-published", "failed-notDisclosed").effect).to.equal("warning");
  });
});

const points = (rule: string, name: string) => found(rule, name).points;

describe("points", () => {
  it("of an order without competition are void before the award, open while the winner's form is", () => {
    const rule = "purchase-order-without-competition";
    expect(points(rule, "passed-justified")).to.deep.equal({ earned: 0, possible: 0, undetermined: 0 });
    expect(points(rule, "passed-justified.to-a-cooperative")).to.deep.equal({
      earned: 8,
      possible: 8,
      undetermined: 0,
    });
    expect(points(rule, "passed-justified.winner-form-unknown")).to.deep.equal({
      earned: 0,
      possible: 8,
      undetermined: 8,
    });
    expect(found(rule, "passed-justified.winner-form-unknown").missing).to.deep.equal([
      "/award/tenderer/legalForm",
    ]);
    expect(points(rule, "inapplicable-competitionHeld")).to.equal(null);
  });

  it("of social clauses are two each, eight at most", () => {
    const earned = [
      "failed-fewClauses",
      "failed-fewClauses.three",
      "passed-enoughClauses.four",
      "passed-enoughClauses",
    ];
    expect(earned.map((name) => points("social-clauses", name)?.earned)).to.deep.equal([0, 6, 8, 8]);
  });

  it("of accessibility are earned one by one", () => {
    const names = [
      "passed-easyToAnswer",
      "failed-oneLanguage",
      "failed-filePaid",
      "failed-visitImposed",
      "failed-noAdvance",
    ];
    expect(names.map((name) => points("accessibility", name)?.earned)).to.deep.equal([10, 7, 7, 8, 8]);
    expect(points("accessibility", "cantTell-feeUnknown")).to.deep.equal({
      earned: 7,
      possible: 10,
      undetermined: 3,
    });
  });

  it("of capacity are six and six", () => {
    expect(points("proportionate-capacity", "failed-turnoverTooHigh")?.earned).to.equal(6);
    expect(points("proportionate-capacity", "passed-proportionate.exactly")?.earned).to.equal(12);
  });
});

describe("the facts that a finding asks for", () => {
  it("are the rate when tax decides, and nothing when the sources conflict", () => {
    const rule = "restricted-call-conditions";
    expect(found(rule, "cantTell-taxDecides").missing).to.deep.equal(["/estimate/vatRate"]);
    expect(found(rule, "cantTell-atTheCeiling").missing).to.deep.equal([]);
  });

  it("are nothing when the list of the decree is not loaded", () => {
    expect(found("purchase-order-service", "cantTell-listNotLoaded.nature-unknown").missing).to.deep.equal(
      [],
    );
  });

  it("are the moments known by their day alone, where hours decide", () => {
    expect(found("purchase-notice", "cantTell-hourUnknown.bare-deadline").missing).to.deep.equal([
      "/submissionDeadline",
    ]);
    expect(found("minutes-published", "cantTell-hourUnknown").missing).to.deep.equal([]);
  });
});

const hours = (name: string) => found("purchase-notice", name).arithmetic[0]?.expression;

describe("the arithmetic of hours", () => {
  it("is exact between instants and an interval between days", () => {
    expect(hours("passed-longEnough.across-time-zones")).to.equal(
      "2026-03-04T10:00:00+01:00 − 2026-03-02T09:00:00Z = 48 h = 48 h",
    );
    expect(hours("cantTell-hourUnknown")).to.equal("2026-03-04 − 2026-03-02 = 24 … 72 h ≶ 48 h");
  });
});
