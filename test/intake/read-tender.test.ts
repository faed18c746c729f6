import { expect } from "chai";
import { readTender } from "../../src/intake/read-tender.ts";

const BASE = {
  reference: "1/2026",
  buyer: { name: { fr: "Commune fictive" } },
  title: { fr: "Restauration" },
};
const read = (change: object) => readTender(new TextEncoder().encode(JSON.stringify({ ...BASE, ...change })));
const firstError = (change: object) => {
  const result = read(change);
  return result.ok ? null : result.errors[0];
};

/** What is sent, where it is wrong, and how the error is called. */
const BAD: readonly (readonly [what: string, change: object, pointer: string, code: string])[] = [
  ["a wrong type", { reference: 12 }, "/reference", "type"],
  ["an unknown property", { colour: "red" }, "/colour", "additionalProperties"],
  [
    "an unknown property below",
    { estimate: { amount: 1, currency: "EUR" } },
    "/estimate/currency",
    "additionalProperties",
  ],
  ["an impossible day", { launchedOn: "2026-02-30" }, "/launchedOn", "format"],
  ["an impossible hour", { openingAt: "2026-02-20T25:00:00+01:00" }, "/openingAt", "format"],
  ["an instant without its offset", { openingAt: "2026-02-20T10:00:00" }, "/openingAt", "format"],
  ["a negative amount", { estimate: { amount: -1 } }, "/estimate/amount", "minimum"],
  ["three decimals", { estimate: { amount: 1.005 } }, "/estimate/amount", "decimals"],
  ["too large an amount", { estimate: { amount: 1e12 + 1 } }, "/estimate/amount", "maximum"],
  ["a share above one", { terms: { retentionShare: 7 } }, "/terms/retentionShare", "maximum"],
  ["a value outside the list", { procedure: "secret" }, "/procedure", "enum"],
  ["a title in no language", { title: {} }, "/title", "minProperties"],
  ["a null", { description: null }, "/description", "type"],
  [
    "too many lots",
    { lots: Array.from({ length: 201 }, (_, index) => ({ id: String(index) })) },
    "/lots",
    "maxItems",
  ],
  ["two lots of one id", { lots: [{ id: "1" }, { id: "1" }] }, "/lots/1/id", "DUPLICATE_ID"],
  [
    "an offer for no lot",
    { lots: [{ id: "1" }], offers: [{ id: "a", lot: "2" }] },
    "/offers/0/lot",
    "UNKNOWN_REFERENCE",
  ],
  [
    "an award to no offer",
    { offers: [{ id: "a" }], award: { offerId: "b" } },
    "/award/offerId",
    "UNKNOWN_REFERENCE",
  ],
  ["award beside awards", { award: {}, awards: [] }, "/awards", "AWARD_TWICE"],
  [
    "an ICE of 14 figures",
    { offers: [{ id: "a", tenderer: { ice: "00151234500007" } }] },
    "/offers/0/tenderer/ice",
    "pattern",
  ],
];

const dayOf = (openingAt: string) => {
  const result = read({ openingAt });
  return result.ok ? result.tender.openingAt?.day : null;
};

describe("a tender document", () => {
  it("is accepted with its reference, buyer and title alone", () => {
    expect(read({}).ok).to.equal(true);
  });

  it("names everything it lacks", () => {
    const result = readTender(new TextEncoder().encode("{}"));
    expect(result.ok ? [] : result.errors).to.deep.equal(
      ["reference", "buyer", "title"].map((name) => ({
        pointer: "",
        code: "required",
        message: `lacks "${name}"`,
      })),
    );
  });

  it("is told every error at once, twenty at most and then their number", () => {
    const unknown = Object.fromEntries(Array.from({ length: 30 }, (_none, index) => [`x${index}`, 1]));
    const result = readTender(new TextEncoder().encode(JSON.stringify(unknown)));
    const errors = result.ok ? [] : result.errors;
    expect(errors).to.have.length(21);
    expect(errors.at(-1)).to.deep.equal({ pointer: "", code: "MORE_ERRORS", message: "has 13 more errors" });
  });

  for (const [what, change, pointer, code] of BAD)
    it(`is refused with ${what}`, () => {
      expect(firstError(change)).to.include({ pointer, code });
    });

  it("becomes whole centimes and ten-thousandths", () => {
    const result = read({
      estimate: { amount: 1_999_800.1, taxIncluded: true, vatRate: 0.1 },
      terms: { retentionShare: 0.07 },
    });
    if (!result.ok) throw new Error("refused");
    expect(result.tender.estimate).to.deep.equal({ centimes: 199_980_010, taxIncluded: true, vatRate: 1000 });
    expect(result.tender.terms).to.include({ retentionShare: 700, advanceShare: undefined });
  });

  it("leaves unknown what is absent", () => {
    const result = read({});
    const given = Object.entries(result.ok ? result.tender : {}).filter(([, value]) => value !== undefined);
    expect(given.map(([name]) => name)).to.deep.equal(["reference", "buyer", "title"]);
  });

  it("takes the day of an instant in Casablanca, Ramadan's hour included", () => {
    expect(dayOf("2026-01-20T23:30:00Z")).to.equal("2026-01-21");
    // Ramadan 2026: Casablanca is at UTC+0.
    expect(dayOf("2026-02-24T23:30:00Z")).to.equal("2026-02-24");
    expect(dayOf("2026-01-20")).to.equal("2026-01-20");
  });

  it("is warned about an ICE whose check digits do not fit", () => {
    const result = read({ offers: [{ id: "a", tenderer: { ice: "001512345000079" } }] });
    expect(result.ok && result.warnings.map(({ code }) => code)).to.deep.equal(["ICE_CHECK"]);
  });
});
