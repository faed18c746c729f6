import { expect } from "chai";
import { type Answerers, candidatesIn, planReserve, withReserved } from "../../src/domain/plan-reserve.ts";
import type { BuyerYear, YearEntry } from "../../src/domain/year.ts";

const THIRTY = 3000;

const entry = (dirhams: number, rest: Partial<YearEntry> = {}): YearEntry => ({
  amount: { centimes: dirhams * 100 },
  reserved: false,
  launched: false,
  ...rest,
});
const yearOf = (...entries: readonly YearEntry[]): BuyerYear => ({
  buyer: { name: { fr: "Commune fictive" } },
  year: 2026,
  entries,
});
const cooks: Answerers = ({ sector }) => (sector === "catering" ? 7 : 0);
const nobody: Answerers = () => 0;
const chosen = (year: BuyerYear, answerers = nobody): readonly number[] | undefined =>
  planReserve(year, THIRTY, answerers)?.chosen.map(({ index }) => index);

describe("the plan of a year", () => {
  it("reserves one call where one will do, the smallest that suffices", () => {
    expect(chosen(yearOf(entry(100), entry(500), entry(350), entry(50)))).to.deep.equal([2]);
  });

  it("takes as few calls as can close the gap, then those with most cooperatives", () => {
    const year = yearOf(
      entry(200, { sector: "other" }),
      entry(180, { sector: "catering" }),
      entry(170, { sector: "catering" }),
      entry(450, { sector: "other", launched: true }),
    );
    expect(chosen(year, cooks)).to.have.members([1, 2]);
    // One call of 200 is not enough for 300 of 1000, and two with no cooperative would be more than needed.
    expect(chosen(year)).to.have.length(2);
  });

  it("says what stays missing when no call suffices", () => {
    const plan = planReserve(yearOf(entry(900, { launched: true }), entry(100)), THIRTY, nobody);
    expect(plan).to.deep.include({ gap: 30_000, left: 20_000 });
    expect(plan?.chosen).to.have.length(1);
  });

  it("proposes nothing where the share is reached, and nothing at all where an amount is unknown", () => {
    expect(chosen(yearOf(entry(300, { reserved: true }), entry(700)))).to.deep.equal([]);
    expect(planReserve(yearOf(entry(100), { reserved: false }), THIRTY, nobody)).to.equal(null);
  });

  it("leaves aside what is launched, reserved, an order or an agreement", () => {
    const year = yearOf(
      entry(1, { launched: true }),
      entry(1, { reserved: true }),
      entry(1, { procedure: "purchaseOrder" }),
      entry(1, { procedure: "ordinaryLaw" }),
      entry(1),
    );
    expect(candidatesIn(year).map(({ index }) => index)).to.deep.equal([4]);
  });

  it("closes the gap that it was made for", () => {
    const year = yearOf(entry(310), entry(290), entry(150), entry(140), entry(110));
    const reserved = withReserved(year, new Set(chosen(year)));
    expect(planReserve(reserved, THIRTY, nobody)?.gap).to.equal(0);
  });
});
