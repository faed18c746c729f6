import { expect } from "chai";
import { awardedShare, contractsAwardedIn } from "../../src/domain/awarded-share.ts";
import type { Award, LegalForm, Tender } from "../../src/domain/tender.ts";

const award = (decidedOn: string, dirhams?: number, legalForm?: LegalForm): Award => ({
  pointer: "/award",
  decidedOn,
  ...(dirhams === undefined ? {} : { amount: { centimes: dirhams * 100 } }),
  ...(legalForm === undefined ? {} : { tenderer: { legalForm } }),
});
const tender = (awards: readonly Award[], rest: Partial<Tender> = {}): Tender => ({
  reference: "1",
  buyer: { name: { fr: "Commune fictive" } },
  title: { fr: "Repas" },
  awards,
  ...rest,
});

describe("the share really awarded", () => {
  it("counts what was decided in the year, and leaves open who may be small", () => {
    const contracts = contractsAwardedIn(
      [
        tender([award("2026-02-01", 300, "cooperative"), award("2026-03-01", 700, "company")]),
        tender([award("2025-12-31", 999, "cooperative"), award("2026-04-01")]),
      ],
      2026,
    );
    expect(awardedShare(contracts)).to.deep.equal({
      awarded: 100_000,
      low: 30_000,
      high: 100_000,
      count: 3,
      unknown: 1,
    });
  });

  it("is no matter of purchase orders", () => {
    const order = tender([award("2026-02-01", 300, "cooperative")], { procedure: "purchaseOrder" });
    expect(contractsAwardedIn([order], 2026)).to.deep.equal([]);
  });
});
