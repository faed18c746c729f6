import { expect } from "chai";
import { assess } from "../../src/domain/assess.ts";
import type { Cooperative } from "../../src/domain/cooperative.ts";
import { eligibilityOf } from "../../src/domain/eligibility.ts";
import { exclusionPowerOf } from "../../src/domain/matching/exclusion-power.ts";
import { groupingFor } from "../../src/domain/matching/grouping.ts";
import { matchableCall } from "../../src/domain/matching/matchable-call.ts";
import { matchableProfile, matchesFor, matchOf } from "../../src/domain/matching/match.ts";
import { toMoment } from "../../src/intake/moment.ts";
import type { Tender } from "../../src/domain/tender.ts";
import { calendar } from "../support/calendar.ts";
import { rulebook } from "../support/fixtures.ts";
import { project } from "../support/search.ts";

const TODAY = "2026-02-02";
// Sidi Moumen, an arrondissement of Casablanca; Dakhla.
const [SIDI_MOUMEN, DAKHLA] = ["06.141.01.53", "12.391.01.01"];

const tender = (change: Partial<Tender> = {}): Tender => ({
  reference: "1/2026",
  buyer: { name: { fr: "Arrondissement fictif" }, code: SIDI_MOUMEN },
  title: { fr: "Restauration et location de tentes" },
  sector: "catering",
  procedure: "open",
  stage: "published",
  launchedOn: "2026-01-20",
  estimate: { centimes: 60_000_000, taxIncluded: true },
  submissionDeadline: { text: "2026-02-24", day: "2026-02-24", epochMs: null },
  requirements: { legalForms: ["all"], papers: [] },
  ...change,
});

const callIn = (id: string, change: Partial<Tender> = {}) => {
  const each = tender(change);
  const projected = project(id, each);
  if (projected === null) throw new Error("not public");
  return matchableCall(projected.call, each, assess(each, rulebook, null), rulebook);
};

const profile = (id: string, change: Partial<Cooperative> = {}) =>
  matchableProfile(id, {
    name: { fr: `Coopérative fictive ${id}` },
    legalForm: "cooperative",
    sectors: ["catering"],
    families: ["catering"],
    places: [SIDI_MOUMEN],
    largestContract: { centimes: 30_000_000 },
    ...change,
  });

describe("matches", () => {
  it("are the calls of the sector and place, best first, with reasons", () => {
    const calls = [
      callIn("far", { buyer: { name: { fr: "Commune fictive" }, code: DAKHLA } }),
      callIn("large"),
      callIn("small", {
        estimate: { centimes: 20_000_000, taxIncluded: true },
        reservation: { reserved: true },
      }),
      callIn("works", { sector: "other" }),
    ];
    const matches = matchesFor(profile("a"), calls, TODAY);
    expect(matches.map(({ callId }) => callId)).to.deep.equal(["small", "large"]);
    expect(matches[0]?.reasons).to.deep.equal([
      "family",
      "sameCommune",
      "reserved",
      "withinCapacity",
      "allInHand",
    ]);
    expect(matches[1]?.reasons).to.include("tooLarge");
  });

  it("leave out what shuts the profile out, and agree with the eligibility", () => {
    const changes: Partial<Tender>[] = [
      {},
      { requirements: { legalForms: ["company"], papers: [] } },
      { requirements: { papers: [] } },
      {
        requirements: {
          legalForms: ["all"],
          papers: [{ kind: "taxCertificate", phase: "award", appliesTo: ["all"] }],
        },
      },
    ];
    for (const change of changes) {
      const each = tender(change);
      const own = profile("a");
      const judged = assess(each, rulebook, null);
      const full = eligibilityOf(each, judged, rulebook, calendar, own.profile, toMoment(TODAY));
      expect(matchOf(own, callIn("x", change), TODAY)?.outcome ?? "notEligible").to.equal(full.outcome);
    }
  });

  it("propose partners that together cover the amount and the families, none who did not ask for it", () => {
    const partners = [
      profile("tents", { sectors: ["events", "catering"], families: ["tents"], isListed: true }),
      profile("hidden", { families: ["tents"], largestContract: { centimes: 90_000_000 } }),
      profile("far", { families: ["tents"], places: [DAKHLA], isListed: true }),
    ];
    const grouping = groupingFor(profile("own"), partners, callIn("large"), TODAY);
    expect(grouping).to.deep.equal({
      members: ["own", "tents"],
      capacity: 60_000_000,
      covered: ["catering", "tents"],
      uncovered: [],
    });
    const able = { largestContract: { centimes: 60_000_000 }, families: ["catering", "tents"] as const };
    expect(groupingFor(profile("own", able), partners, callIn("large"), TODAY)).to.equal(null);
    expect(groupingFor(profile("own"), [], callIn("large"), TODAY)).to.equal(null);
    // Of what size it can carry it has not said: nobody can tell that it needs help.
    const { largestContract: _, ...silent } = profile("own").profile;
    expect(groupingFor(matchableProfile("own", silent), partners, callIn("large"), TODAY)).to.equal(null);
  });

  it("show how many cooperatives each demand shuts out", () => {
    const call = callIn("x", {
      requirements: { legalForms: ["all"], papers: [], minimumTurnover: { centimes: 50_000_000 } },
    });
    const those = [
      profile("poor", { turnover: { centimes: 10_000_000 } }),
      profile("rich", { turnover: { centimes: 70_000_000 } }),
      profile("silent"),
      profile("far", { places: [DAKHLA], turnover: { centimes: 1 } }),
      profile("firm", { legalForm: "company", turnover: { centimes: 1 } }),
    ];
    const [strongest] = exclusionPowerOf(call, those, TODAY);
    expect(strongest?.demand.ask.kind).to.equal("turnover");
    expect(strongest).to.include({ excluded: 1, unknown: 1, of: 3 });
  });
});
