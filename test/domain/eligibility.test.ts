import { expect } from "chai";
import { assess } from "../../src/domain/assess.ts";
import type { Cooperative } from "../../src/domain/cooperative.ts";
import { eligibilityOf } from "../../src/domain/eligibility.ts";
import type { Requirements, Tender } from "../../src/domain/tender.ts";
import { toMoment } from "../../src/intake/moment.ts";
import { rulebook, tenderIn } from "../support/fixtures.ts";
import { calendar } from "../support/calendar.ts";

const TODAY = toMoment("2026-02-02T12:00:00+01:00");

/** A fictitious cooperative that has everything in hand. */
const READY: Cooperative = {
  name: { fr: "Coopérative fictive Annour", ar: "تعاونية النور (وهمية)" },
  legalForm: "cooperative",
  sectors: ["catering"],
  largestContract: { centimes: 50_000_000 },
  turnover: { centimes: 80_000_000 },
  register: { court: "Casablanca", registeredOn: "2019-03-01" },
  taxCertificate: { validUntil: "2026-12-31" },
  socialSecurityCertificate: { validUntil: "2026-12-31" },
  sanitaryAuthorisation: { validUntil: "2027-01-01" },
  staff: 12,
  foundedOn: "2019-03-01",
  references: [{ amount: { centimes: 20_000_000 } }],
  classifications: [],
  languages: ["ar", "fr"],
};

const tender = (requirements: Requirements, change: Partial<Tender> = {}): Tender => ({
  reference: "1/2026",
  buyer: { name: { fr: "Commune fictive" } },
  title: { fr: "Prestations de restauration" },
  sector: "catering",
  category: "services",
  procedure: "open",
  launchedOn: "2026-01-20",
  stage: "published",
  estimate: { centimes: 40_000_000, taxIncluded: true },
  provisionalGuarantee: { centimes: 500_000 },
  submissionDeadline: { text: "2026-02-24", day: "2026-02-24", epochMs: null },
  requirements: { legalForms: ["all"], papers: [], completionDays: 7, ...requirements },
  ...change,
});

const judge = (call: Tender, profile: Partial<Cooperative> = {}, now = TODAY) =>
  eligibilityOf(call, assess(call, rulebook, null), rulebook, calendar, { ...READY, ...profile }, now);

const outcomeAt = (now: string, submissionDeadline: string): string =>
  judge(tender({}, { submissionDeadline: toMoment(submissionDeadline) }), {}, toMoment(now)).outcome;

const demandOf = (call: Tender, kind: string, profile: Partial<Cooperative> = {}) =>
  judge(call, profile).lots[0]?.demands.find(
    ({ demand }) => demand.ask.kind === kind || (demand.ask.kind === "paper" && demand.ask.paper === kind),
  );

describe("the eligibility of a cooperative", () => {
  it("is plain when everything is in hand", () => {
    const answer = judge(
      tender({
        papers: [
          { kind: "cooperativeRegister", phase: "bid" },
          { kind: "swornStatement", phase: "bid", appliesTo: ["all"] },
        ],
      }),
    );
    expect(answer.outcome).to.equal("eligible");
    expect(answer.lots[0]).to.deep.include({ guarantee: 500_000, size: "within" });
    expect(answer.workingDaysLeft).to.deep.include({ low: 16 });
  });

  it("counts years by the anniversary, on the day of the offers", () => {
    const call = tender({ minimumYears: 3 });
    expect(judge(call, { foundedOn: "2023-02-24" }).outcome).to.equal("eligible");
    expect(judge(call, { foundedOn: "2023-02-25" }).outcome).to.equal("notEligible");
  });

  it("waits for a certificate that ends before it is needed, and says by when", () => {
    const papers = [{ kind: "taxCertificate", phase: "bid", appliesTo: ["all"] }] as const;
    const call = tender({ papers });
    expect(judge(call, { taxCertificate: { validUntil: "2026-02-10" } }).outcome).to.equal("eligibleIf");
    expect(demandOf(call, "taxCertificate", { taxCertificate: null })).to.deep.include({
      answer: "missing",
      by: "2026-02-24",
      fact: "/taxCertificate",
    });
  });

  it("is lost to a paper that no cooperative can show, unlawfully, with the article and the finding", () => {
    const call = tender({ papers: [{ kind: "commercialRegister", phase: "bid", appliesTo: ["all"] }] });
    expect(judge(call).outcome).to.equal("notEligible");
    const found = demandOf(call, "commercialRegister")?.demand.lawfulness;
    expect(found?.verdict).to.equal("unlawful");
    expect(found?.finding).to.deep.include({ rule: "cooperative-file", reason: "commercialRegisterAsked" });
    expect(found?.finding?.legalBasis).to.deep.include({
      text: "decret-2-22-431",
      article: "28",
      grade: "D",
    });
  });

  it("is lost to a call that admits companies alone, unlawfully", () => {
    const call = tender({ legalForms: ["company"] });
    expect(judge(call).outcome).to.equal("notEligible");
    expect(demandOf(call, "legalForm")?.demand.lawfulness.verdict).to.equal("unlawful");
    const open = { ...call, reservation: { reserved: false } };
    expect(judge(open, { legalForm: "company" }).outcome).to.equal("eligible");
  });

  it("is lost to a turnover beyond its own; the policy alone speaks against it", () => {
    const call = tender({ minimumTurnover: { centimes: 90_000_000 } });
    expect(judge(call).outcome).to.equal("notEligible");
    expect(demandOf(call, "turnover")?.demand.lawfulness.verdict).to.equal("discouraged");
    expect(judge(call, { turnover: { centimes: 90_000_000 } }).outcome).to.equal("eligible");
    const { turnover: _none, ...silent } = READY;
    const asked = eligibilityOf(call, assess(call, rulebook, null), rulebook, calendar, silent, TODAY);
    expect(asked.outcome).to.equal("eligibleIf");
    expect(asked.lots[0]?.demands.find(({ answer }) => answer === "ask")?.fact).to.equal("/turnover");
  });

  it("cannot be told while the call does not say whom it admits, which papers it asks for, or of whom", () => {
    const { legalForms: _forms, ...requirements } = tender({}).requirements ?? {};
    expect(judge({ ...tender({}), requirements }).outcome).to.equal("cantTell");
    expect(judge(tender({ papers: [{ kind: "commercialRegister", phase: "bid" }] })).outcome).to.equal(
      "cantTell",
    );
    const { papers: _papers, ...unsaid } = tender({}).requirements ?? {};
    expect(judge({ ...tender({}), requirements: unsaid }).outcome).to.equal("cantTell");
  });

  it("takes a health authorisation for what it is, wherever it is asked", () => {
    const call = tender({ classifications: ["Agrément sanitaire ONSSA"] });
    expect(judge(call).outcome).to.equal("eligible");
    expect(judge(call, { sanitaryAuthorisation: null }).outcome).to.equal("eligibleIf");
    expect(demandOf(call, "sanitaryAuthorisation")?.demand.lawfulness.verdict).to.equal("lawful");
  });

  it("ends with the deadline", () => {
    expect(outcomeAt("2026-02-25T00:30:00Z", "2026-02-24")).to.equal("notEligible");
    expect(outcomeAt("2026-02-24T22:00:00Z", "2026-02-24"), "a bare day lasts until its end").to.equal(
      "eligible",
    );
    expect(outcomeAt("2026-02-24T09:59:00Z", "2026-02-24T10:00:00+00:00")).to.equal("eligible");
    expect(outcomeAt("2026-02-24T10:00:00Z", "2026-02-24T10:00:00+00:00"), "its minute").to.equal("eligible");
    expect(outcomeAt("2026-02-24T10:01:00Z", "2026-02-24T10:00:00+00:00")).to.equal("notEligible");
  });

  it("leaves a large firm out of a reserved call, and a cooperative out of one that names firms alone", () => {
    const reserved = tender({}, { reservation: { reserved: true } });
    expect(judge(reserved, { legalForm: "company" }).outcome).to.equal("notEligible");
    expect(judge(reserved).outcome).to.equal("eligible");
    const firms = tender(
      {},
      { reservation: { noticeText: "Réservé aux petites et moyennes entreprises nationales" } },
    );
    expect(judge(firms).outcome).to.equal("notEligible");
    expect(demandOf(firms, "reservation")?.demand.lawfulness.verdict).to.equal("doubtful");
  });

  it("is told lot by lot; the best lot counts", () => {
    const lots = [
      { id: "1", requirements: { legalForms: ["company"] as const, papers: [] } },
      {
        id: "2",
        estimate: { centimes: 10_000_000, taxIncluded: true },
        requirements: { legalForms: ["all"] as const, papers: [] },
      },
    ];
    const answer = judge(tender({}, { lots }));
    expect(answer.lots.map(({ outcome }) => outcome)).to.deep.equal(["notEligible", "eligible"]);
    expect(answer.outcome).to.equal("eligible");
  });

  it("inherits for a lot what the lot omits, and finds its demands as the officer's check does", () => {
    const lots = [
      { id: "1", requirements: { minimumTurnover: { centimes: 10_000_000 } } },
      { id: "2", requirements: { legalForms: ["company"] as const } },
    ];
    const answer = judge(tender({}, { lots }));
    expect(answer.lots.map(({ outcome }) => outcome)).to.deep.equal(["eligible", "notEligible"]);
    const verdicts = answer.lots.map(({ demands }) => demands[0]?.demand.lawfulness.verdict);
    expect(verdicts).to.deep.equal(["lawful", "unlawful"]);
  });

  it("follows the law as confirmed, as the officer's check does", () => {
    const call = tender({ similarReferences: { count: 1 } }, { procedure: "simplifiedOpen" });
    const verdict = (law: typeof rulebook) =>
      eligibilityOf(call, assess(call, law, null), law, calendar, READY, TODAY).lots[0]?.demands.find(
        ({ demand }) => demand.ask.kind === "references",
      )?.demand.lawfulness.verdict;
    expect(verdict(rulebook)).to.equal("doubtful");
    const read = rulebook.rules.map((rule) => ({
      ...rule,
      legalBasis: rule.legalBasis.map((basis) => ({ ...basis, grade: "T" as const })),
      ...(rule.id === "references-in-simplified-call" ? { effect: "breach" as const } : {}),
    }));
    expect(verdict({ ...rulebook, rules: read })).to.equal("unlawful");
  });

  it("explains the price by the reference price, and the preference in a tie", () => {
    const price = judge(tender({}))?.lots[0]?.price;
    expect(price).to.deep.include({ method: "referencePrice", isStated: false });
    expect(price?.estimate).to.deep.equal({ low: 40_000_000, high: 40_000_000 });
    expect(price?.tieBreak[0]).to.deep.include({ article: "43" });
    expect(judge(tender({}, { procedure: "purchaseOrder" }))?.lots[0]?.price.method).to.equal("lowestPrice");
  });

  it("holds a lot to what the call demands, where the lot adds a demand of its own", () => {
    const lots = [{ id: "1", requirements: { papers: [] } }];
    const call = tender({ minimumTurnover: { centimes: 90_000_000 } }, { lots });
    const asks = judge(call)?.lots[0]?.demands.map(({ demand }) => demand.ask.kind);
    expect(asks).to.include("turnover");
  });

  it("answers for every tender of the demo", () => {
    for (const name of [
      "guarding-papers-at-bid",
      "festival-heavy-guarantee",
      "green-spaces-sme-only",
      "national-day-lots",
    ]) {
      const call = tenderIn(`tenders/${name}.json`);
      expect(judge(call).outcome, name).to.be.oneOf(["eligible", "eligibleIf", "notEligible", "cantTell"]);
    }
  });
});
