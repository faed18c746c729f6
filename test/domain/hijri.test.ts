import { expect } from "chai";
import { aboutHijri } from "../../src/domain/hijri.ts";

const plain = (day: string, language: "ar" | "fr" | "en" = "fr"): string | undefined =>
  aboutHijri(day, language)?.replaceAll("\u00A0", " ").replace("1er", "1");

/** Days as Morocco kept them: a decree dated in both calendars, and feasts. */
const OBSERVED: readonly (readonly [string, number, string])[] = [
  ["2023-03-08", 15, "chaabane 1444"],
  ["2013-03-20", 8, "joumada I 1434"],
  ["2024-04-10", 1, "chaoual 1445"],
  ["2025-03-31", 1, "chaoual 1446"],
  ["2025-06-07", 10, "hija 1446"],
  ["2025-06-27", 1, "moharrem 1447"],
];

describe("a day of the Islamic calendar", () => {
  for (const [day, number, rest] of OBSERVED)
    it(`is at most a day off what Morocco observed: ${day}`, () => {
      const near = [number - 1, number, number + 1].map((each) => `${each} ${rest}`);
      const last = number === 1 ? ["29", "30"].map((each) => each) : [];
      const found = plain(day) ?? "";
      expect(near.includes(found) || last.includes(found.split(" ")[0] ?? "")).to.equal(true, found);
    });

  it("has Moroccan names of months, in each language", () => {
    expect(plain("2026-03-10", "ar")).to.match(/^\d+ رمضان 1447$/);
    expect(plain("2026-03-10", "en")).to.match(/^\d+ Ramadan 1447$/);
  });

  it("begins a month with 1er in French alone", () => {
    expect(aboutHijri("2026-01-20", "fr")).to.equal("1er\u00A0chaabane\u00A01447");
    expect(aboutHijri("2026-01-20", "ar")).to.equal("1\u00A0شعبان\u00A01447");
  });

  it("is none for what is no day", () => {
    expect(aboutHijri("bientôt", "fr")).to.equal(null);
  });
});
