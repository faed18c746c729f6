import { expect } from "chai";
import { dutiesOf } from "../../src/domain/duties.ts";
import type { Tender } from "../../src/domain/tender.ts";
import { rulebook } from "../support/fixtures.ts";

const day = (text: string) => ({ text, day: text, epochMs: null });

const TENDER: Tender = {
  reference: "1/2026",
  buyer: { name: { fr: "Commune fictive" } },
  title: { fr: "Restauration" },
  procedure: "open",
  launchedOn: "2026-01-20",
  openingAt: day("2026-02-24"),
  publications: [{ medium: "portal", publishedAt: day("2026-01-20") }],
  awards: [
    { pointer: "/award", decidedOn: "2026-02-26", winnerInformedOn: "2026-03-03", approvedOn: "2026-03-01" },
  ],
  payments: [
    { serviceRenderedOn: "2026-05-01", paidOn: "2026-07-15", amount: { centimes: 120_000_00 } },
    { serviceRenderedOn: "2026-06-01" },
  ],
};

const of = (tender: Tender, today: string) =>
  Object.fromEntries(
    dutiesOf(tender, rulebook, tender.launchedOn ?? null, today).map((duty) => [
      `${duty.id}${duty.part ?? ""}`,
      [duty.due, duty.state, duty.days],
    ]),
  );

describe("the duties of a call", () => {
  it("have their day, what was done, and how late", () => {
    expect(of(TENDER, "2026-06-20")).to.deep.equal({
      publish: ["2026-02-02", "done", 13],
      minutes: ["2026-02-27", "overdue", 113],
      inform: ["2026-03-01", "late", 2],
      approve: ["2026-03-13", "early", 12],
      notify: ["2026-04-25", "overdue", 56],
      pay1: ["2026-06-30", "late", 15],
      order2: ["2026-07-16", "open", 26],
      pay2: ["2026-07-31", "open", 41],
    });
  });

  it("are unknown where the day they count from is unknown, never overdue", () => {
    const { awards: _, payments: __, ...before } = TENDER;
    const duties = of(before, "2026-02-01");
    expect(duties["inform"]).to.deep.equal([null, "unknown", null]);
    expect(duties["answer"]).to.deep.equal(["2026-02-21", "open", 20]);
  });

  it("count from the opening in force when the file was amended", () => {
    const amended = { ...TENDER, amendments: [{ newOpeningAt: day("2026-03-10") }] };
    expect(of(amended, "2026-02-01")["notify"]?.[0]).to.equal("2026-05-09");
  });

  it("of a purchase order are its payments alone", () => {
    expect(Object.keys(of({ ...TENDER, procedure: "purchaseOrder" }, "2026-06-20"))).to.deep.equal([
      "pay1",
      "order2",
      "pay2",
    ]);
  });
});
