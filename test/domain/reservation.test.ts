import { expect } from "chai";
import { isReserved, PROTECTED, sourcesOf } from "../../src/domain/reservation.ts";
import { rulebook } from "../support/fixtures.ts";

const read = (noticeText: string) => {
  const [source] = sourcesOf({ value: { noticeText }, at: "/reservation" }, rulebook.reservationWords);
  if (source === undefined) throw new Error("no source");
  return source;
};

/** How many groups each source names; null for one that names none. */
const named = (value: object) =>
  sourcesOf({ value, at: "/reservation" }, rulebook.reservationWords).map(({ names }) => names?.size ?? null);

const FULL = [
  "Réservé au profit des très petites, petites et moyennes entreprises y compris les jeunes entreprises innovantes, aux coopératives, aux unions de coopératives et aux auto-entrepreneurs.",
  "RESERVE AUX TRES PETITES, PETITES ET MOYENNES ENTREPRISES, COOPERATIVES, UNIONS DE COOPERATIVES ET AUTO-ENTREPRENEURS",
  "مخصص للمقاولات الصغرى و المتوسطة ، التعاونيات ، اتحاد التعاونيات و المقاول الذاتي",
];

describe("a printed mention", () => {
  for (const text of FULL)
    it(`names the three protected groups: ${text.slice(0, 40)}…`, () => {
      const { reserved, names } = read(text);
      expect(reserved).to.equal(true);
      expect(PROTECTED.filter((group) => names?.has(group) !== true)).to.deep.equal([]);
    });

  it("leaves cooperatives out when it speaks of small firms alone", () => {
    const { reserved, names } = read(
      "Appel d'offres réservé aux petites et moyennes entreprises nationales (PME)",
    );
    expect(reserved).to.equal(true);
    expect([...(names ?? [])]).to.deep.equal(["firm"]);
  });

  it("does not take unions of cooperatives for cooperatives", () => {
    const { names } = read("Réservé aux unions de coopératives et aux PME");
    expect(names?.has("cooperative")).to.equal(false);
    expect(names?.has("cooperativeUnion")).to.equal(true);
  });

  it("misses the unions in the portal's label", () => {
    const { names } = read(
      "Réservé à la TPE et PME installées au Maroc, jeunes entreprises innovantes, Coopératives et auto-entrepreneurs",
    );
    expect(names?.has("cooperativeUnion")).to.equal(false);
    expect(names?.has("cooperative")).to.equal(true);
  });

  it("says not reserved when nothing is printed or it says so", () => {
    expect(read("").reserved).to.equal(false);
    expect(read("Le présent appel d'offres n'est pas réservé").reserved).to.equal(false);
    expect(read("Non réservé aux PME").reserved).to.equal(false);
  });

  it("does not tell when its words speak of something else", () => {
    expect(read("Voir le règlement de consultation").reserved).to.equal(null);
  });
});

describe("the sources of a reservation", () => {
  it("say reserved as soon as one does, and nothing when none is known", () => {
    const at = "/reservation";
    expect(
      isReserved(sourcesOf({ value: { reserved: false, portalFlag: true }, at }, rulebook.reservationWords)),
    ).to.equal(true);
    expect(isReserved(sourcesOf({ value: {}, at }, rulebook.reservationWords))).to.equal(null);
    expect(isReserved(sourcesOf({ value: undefined, at }, rulebook.reservationWords))).to.equal(null);
  });

  it("is spoken for by the list of beneficiaries through the flag that says reserved", () => {
    const list = ["cooperative"] as const;
    expect(named({ reserved: true, beneficiaries: list })).to.deep.equal([1]);
    expect(named({ portalFlag: true, beneficiaries: list })).to.deep.equal([1]);
    expect(named({ reserved: true, portalFlag: true, beneficiaries: list })).to.deep.equal([1, null]);
    expect(named({ reserved: false, portalFlag: true, beneficiaries: list })).to.deep.equal([null, null]);
  });
});
