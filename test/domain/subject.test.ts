import { expect } from "chai";
import { isByLot, lotsOf, wholeOf } from "../../src/domain/subject.ts";
import type { Lot, Tender } from "../../src/domain/tender.ts";

const sum = (dirhams: number) => ({ centimes: dirhams * 100 });
const tender = (facts: Partial<Tender>): Tender => ({
  reference: "01/2026",
  buyer: { name: { fr: "Commune fictive" } },
  title: { fr: "Service de restauration" },
  ...facts,
});
const lot = (id: string, facts: Partial<Lot> = {}): Lot => ({ id, ...facts });
const subjects = (facts: Partial<Tender>) => lotsOf(tender(facts), wholeOf(tender(facts)));

describe("the estimate of a tender", () => {
  it("is its own, whatever the lots say", () => {
    const lots = [lot("1", { estimate: sum(10) }), lot("2", { estimate: sum(20) })];
    expect(wholeOf(tender({ estimate: sum(50), lots })).estimate).to.deep.equal({
      value: sum(50),
      at: "/estimate",
    });
  });

  it("is the sum of the lots when all are known and it has none", () => {
    const lots = [lot("1", { estimate: sum(10) }), lot("2", { estimate: sum(20) })];
    expect(wholeOf(tender({ lots })).estimate).to.deep.equal({ value: sum(30), at: "/lots" });
    expect(wholeOf(tender({ lots, estimate: sum(0) })).estimate.value).to.deep.equal(sum(30));
  });

  it("is unknown when a lot's is, or is not disclosed", () => {
    for (const open of [lot("2"), lot("2", { estimate: sum(0) })])
      expect(wholeOf(tender({ lots: [lot("1", { estimate: sum(10) }), open] })).estimate).to.deep.equal({
        value: undefined,
        at: "/estimate",
      });
    expect(wholeOf(tender({ lots: [] })).estimate.value).to.equal(undefined);
    expect(wholeOf(tender({})).estimate.value).to.equal(undefined);
  });
});

describe("a lot", () => {
  it("inherits what it omits, except amounts", () => {
    const facts = {
      estimate: sum(50),
      provisionalGuarantee: sum(5),
      reservation: { reserved: true },
      lots: [lot("1"), lot("2", { title: { fr: "Tentes" }, reservation: { reserved: false } })],
    };
    const [first, second] = subjects(facts);
    expect(first?.title).to.deep.equal({ fr: "Service de restauration" });
    expect(first?.estimate).to.deep.equal({ value: undefined, at: "/lots/0/estimate" });
    expect(first?.guarantee).to.deep.equal({ value: undefined, at: "/lots/0/provisionalGuarantee" });
    expect(first?.reservation).to.deep.equal({ value: { reserved: true }, at: "/reservation" });
    expect(second?.title).to.deep.equal({ fr: "Tentes" });
    expect(second?.reservation).to.deep.equal({ value: { reserved: false }, at: "/lots/1/reservation" });
  });

  it("is the whole contract when it is alone: the estimate, the offers and the award are then its own", () => {
    const [only] = subjects({
      estimate: sum(50),
      lots: [lot("1")],
      offers: [{ id: "o1" }, { id: "o2", lot: "1" }, { id: "o3", lot: "9" }],
      awards: [{ pointer: "/award", amount: sum(40) }],
    });
    expect(only?.estimate).to.deep.equal({ value: sum(50), at: "/estimate" });
    expect(only?.offers?.map(({ at }) => at)).to.deep.equal(["/offers/0", "/offers/1"]);
    expect(only?.award?.pointer).to.equal("/award");
    expect(only?.weightKnown).to.equal(true);
    const [priced] = subjects({ estimate: sum(50), lots: [lot("1", { estimate: sum(30) })] });
    expect(priced?.estimate).to.deep.equal({ value: sum(30), at: "/lots/0/estimate" });
  });

  it("among several has the offers and the award that name it, and no others", () => {
    const [first, second] = subjects({
      lots: [lot("1"), lot("2")],
      offers: [{ id: "o1" }, { id: "o2", lot: "2" }],
      awards: [{ pointer: "/awards/0" }, { pointer: "/awards/1", lot: "2" }],
    });
    expect(first?.offers).to.deep.equal([]);
    expect(first?.award).to.equal(undefined);
    expect(second?.offers?.map(({ at }) => at)).to.deep.equal(["/offers/1"]);
    expect(second?.award?.pointer).to.equal("/awards/1");
  });

  it("weighs by its estimate, or as much as the others while one is unknown", () => {
    const known = subjects({ lots: [lot("1", { estimate: sum(10) }), lot("2", { estimate: sum(30) })] });
    expect(known.map(({ weight, weightKnown }) => ({ weight, weightKnown }))).to.deep.equal([
      { weight: 0.25, weightKnown: true },
      { weight: 0.75, weightKnown: true },
    ]);
    const open = subjects({ lots: [lot("1", { estimate: sum(10) }), lot("2")] });
    expect(open.map(({ weight, weightKnown }) => ({ weight, weightKnown }))).to.deep.equal([
      { weight: 0.5, weightKnown: false },
      { weight: 0.5, weightKnown: false },
    ]);
  });
});

const two = [lot("1"), lot("2")];
const byAward = (facts: Partial<Tender>): boolean => isByLot(tender({ lots: two, ...facts }), "award");

describe("a rule is judged by lot", () => {
  it("of the estimate as soon as there are lots", () => {
    expect(isByLot(tender({ lots: two }), "estimate")).to.equal(true);
    expect(isByLot(tender({ lots: [] }), "estimate")).to.equal(false);
    expect(isByLot(tender({}), "estimate")).to.equal(false);
    expect(isByLot(tender({ lots: two }), undefined)).to.equal(false);
  });

  it("of another fact when a lot states it", () => {
    const stating = {
      guarantee: { provisionalGuarantee: sum(5) },
      reservation: { reservation: { reserved: true } },
      capacity: { requirements: { minimumTurnover: sum(5) } },
      papers: { requirements: { papers: [] } },
    };
    for (const fact of ["guarantee", "reservation", "capacity"] as const)
      for (const [other, facts] of Object.entries(stating))
        expect(isByLot(tender({ lots: [lot("1"), lot("2", facts)] }), fact), `${fact} by ${other}`).to.equal(
          fact === other,
        );
  });

  it("of the award when an offer or an award names a lot", () => {
    expect(byAward({})).to.equal(false);
    expect(byAward({ offers: [{ id: "o1" }], awards: [{ pointer: "/award" }] })).to.equal(false);
    expect(byAward({ offers: [{ id: "o1" }, { id: "o2", lot: "1" }] })).to.equal(true);
    expect(byAward({ awards: [{ pointer: "/awards/0" }, { pointer: "/awards/1", lot: "1" }] })).to.equal(
      true,
    );
  });
});
