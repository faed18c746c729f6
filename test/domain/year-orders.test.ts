import { expect } from "chai";
import { assessYear } from "../../src/domain/assess-year.ts";
import type { LegalForm } from "../../src/domain/tender.ts";
import type { BuyerYear } from "../../src/domain/year.ts";
import { likeOrders } from "../../src/domain/year-like-orders.ts";
import { rulebook } from "../support/fixtures.ts";

const GROUP: readonly LegalForm[] = [
  "verySmallEnterprise",
  "smallMediumEnterprise",
  "cooperative",
  "cooperativeUnion",
  "selfEntrepreneur",
];
const entry = (amount: number, reserved: boolean) => ({ amount: { centimes: amount * 100 }, reserved });
const short: BuyerYear = {
  buyer: { name: { fr: "Commune fictive d'Aïn Amal" } },
  year: 2026,
  entries: [entry(200_000, true), entry(800_000, false)],
};
/** The law, had a jurist read in it that purchase orders count in the share. */
const counting = {
  ...rulebook,
  parameters: new Map(
    [...rulebook.parameters].map(([id, parameter]) => [
      id,
      id === "reserve-includes-purchase-orders"
        ? { ...parameter, values: parameter.values.map((each) => ({ ...each, value: 1 })) }
        : parameter,
    ]),
  ),
};

const reserveOf = (facts: Partial<BuyerYear>) => {
  const found = assessYear({ ...short, ...facts }, counting, null).findings.find(
    ({ rule }) => rule === "annual-reserve",
  );
  if (found === undefined) throw new Error("no finding of the reserve");
  return found;
};

const placedWith = (supplierLegalForm: LegalForm | undefined) => ({
  purchaseOrders: [
    { amount: { centimes: 500_000_00 }, ...(supplierLegalForm === undefined ? {} : { supplierLegalForm }) },
  ],
});

describe("purchase orders, were they to count in the reserved share", () => {
  it("are asked for while none is known", () => {
    expect(reserveOf({}).missing).to.deep.equal(["/purchaseOrders"]);
    const unpriced = { purchaseOrders: [{ supplierLegalForm: "cooperative" as const }] };
    expect(reserveOf(unpriced).missing).to.deep.equal(["/purchaseOrders/0/amount"]);
  });

  for (const form of GROUP)
    it(`are reserved when they went to a ${form}`, () => {
      const { reason, arithmetic } = reserveOf(placedWith(form));
      expect(reason).to.equal("shareReached");
      expect(arithmetic.map(({ label }) => label)).to.deep.equal([
        "reservedShareWithOrders",
        "reservedShare",
      ]);
    });

  for (const form of ["company", "consortium", "unknown", undefined] as const)
    it(`stay open when they went to a ${form ?? "form not told"}`, () => {
      expect(reserveOf(placedWith(form)).missing).to.deep.equal(["/purchaseOrders/0/supplierLegalForm"]);
    });
});

const FIVE = "location tentes chaises tables nappes";
const pairs = (...objects: readonly (readonly [orderedOn: string, fr: string])[]) =>
  likeOrders(
    objects.map(([orderedOn, fr]) => ({ orderedOn, title: { fr } })),
    60,
  );

describe("two purchase orders are alike", () => {
  it("when they share four words in five of the longer object", () => {
    expect(pairs(["2026-02-01", FIVE], ["2026-02-02", FIVE.replace("nappes", "verres")])).to.deep.equal([
      { earlier: 0, later: 1 },
    ]);
    expect(pairs(["2026-02-01", FIVE], ["2026-02-02", "location tentes chaises"])).to.deep.equal([]);
    expect(pairs(["2026-02-01", FIVE], ["2026-02-02", `${FIVE} assiettes couverts`])).to.deep.equal([]);
  });

  it("whatever their numbers and short words, but not by those alone", () => {
    expect(pairs(["2026-02-01", "Thé 2025"], ["2026-02-02", "thé 2026"])).to.have.length(1);
    expect(pairs(["2026-02-01", "de la 2026"], ["2026-02-02", "de la 2026"])).to.deep.equal([]);
    expect(pairs(["2026-02-01", "salle 4bis"], ["2026-02-02", "salle bis4"])).to.deep.equal([]);
  });

  it("in the order of their days, then of the list", () => {
    expect(pairs(["2026-03-01", "Thé"], ["2026-02-01", "thé"])).to.deep.equal([{ earlier: 1, later: 0 }]);
    expect(pairs(["2026-02-01", "Thé"], ["2026-02-01", "thé"])).to.deep.equal([{ earlier: 0, later: 1 }]);
  });
});
