import { expect } from "chai";
import { assert, constantFrom, integer, property } from "fast-check";
import { amountInWords } from "../../src/letters/amount-in-words.ts";
import { formatDate, formatMoment } from "../../src/domain/format-date.ts";

const dirhams = (amount: number): number => Math.round(amount * 100);

describe("an amount in letters", () => {
  const french: readonly (readonly [number, string])[] = [
    [0, "zéro dirham"],
    [1, "un dirham"],
    [71, "soixante et onze dirhams"],
    [80, "quatre-vingts dirhams"],
    [81, "quatre-vingt-un dirhams"],
    [1200, "mille deux cents dirhams"],
    [60_000, "soixante mille dirhams"],
    [80_000, "quatre-vingt mille dirhams"],
    [200_000, "deux cent mille dirhams"],
    [1_000_000, "un million de dirhams"],
    [1_999_800, "un million neuf cent quatre-vingt-dix-neuf mille huit cents dirhams"],
    [200_000_000, "deux cents millions de dirhams"],
    [0.05, "cinq centimes"],
    [1234.5, "mille deux cent trente-quatre dirhams et cinquante centimes"],
  ];
  for (const [amount, words] of french)
    it(`in French: ${amount}`, () => expect(amountInWords(dirhams(amount), "fr")).to.equal(words));

  const arabic: readonly (readonly [number, string])[] = [
    [0, "صفر درهم"],
    [1, "درهم واحد"],
    [2, "درهمان"],
    [3, "ثلاثة دراهم"],
    [11, "أحد عشر درهما"],
    [100, "مائة درهم"],
    [101, "مائة درهم ودرهم واحد"],
    [200, "مائتا درهم"],
    [2000, "ألفا درهم"],
    [60_000, "ستون ألف درهم"],
    [102_000, "مائة ألف وألفا درهم"],
    [200_000, "مائتا ألف درهم"],
    [2_000_000, "مليونا درهم"],
    [1_469_600, "مليون وأربعمائة وتسعة وستون ألفا وستمائة درهم"],
    [1_999_800, "مليون وتسعمائة وتسعة وتسعون ألفا وثمانمائة درهم"],
    [9_005_110, "تسعة ملايين وخمسة آلاف ومائة وعشرة دراهم"],
    [0.5, "خمسون سنتيما"],
    [10.02, "عشرة دراهم وسنتيمان"],
  ];
  for (const [amount, words] of arabic)
    it(`in Arabic: ${amount}`, () => expect(amountInWords(dirhams(amount), "ar")).to.equal(words));

  it("in English, with centimes", () => {
    expect(amountInWords(dirhams(1_000_101.5), "en")).to.equal(
      "one million one hundred and one dirhams and fifty centimes",
    );
  });

  it("has a noun and no gap for every amount of the format", () => {
    assert(
      property(integer({ min: 0, max: 1e14 }), constantFrom("ar", "fr", "en"), (centimes, language) => {
        const words = amountInWords(centimes, language);
        expect(words)
          .to.match(/دره|دراهم|سنتيم|dirham|centime/)
          .and.not.match(/undefined| {2}/);
      }),
    );
  });
});

describe("a date in words", () => {
  it("uses the Arabic month names of Morocco", () => {
    const months = ["2026-07-14", "2026-08-20", "2026-09-01", "2026-11-06", "2026-12-31"];
    expect(months.map((day) => formatDate(day, "ar").split("\u00A0")[1])).to.deep.equal([
      "يوليوز",
      "غشت",
      "شتنبر",
      "نونبر",
      "دجنبر",
    ]);
  });

  it("says 1er for the first of a month in French alone", () => {
    expect(formatDate("2023-09-01", "fr")).to.equal("1er\u00A0septembre\u00A02023");
    expect(formatDate("2023-09-01", "en")).to.equal("1\u00A0September\u00A02023");
  });

  it("gives the hour as it was given", () => {
    expect(formatMoment("2026-02-24T10:00:00+01:00", "fr")).to.equal("24\u00A0février\u00A02026, 10:00");
  });

  it("names the zone of an hour that is not Morocco's", () => {
    expect(formatMoment("2026-02-24T10:00:00Z", "fr")).to.equal("24\u00A0février\u00A02026, 10:00\u00A0UTC");
    expect(formatMoment("2026-06-24T10:00+02:00", "en")).to.equal(
      "24\u00A0June\u00A02026, 10:00\u00A0UTC+02:00",
    );
    expect(formatMoment("2026-06-26T10:00:00+00:00", "fr")).to.match(/10:00\u00A0UTC$/);
    expect(formatMoment("2026-03-01T10:00:00+00:00", "fr")).to.equal("1er\u00A0mars\u00A02026, 10:00");
    expect(formatMoment("2026-03-21T10:00:00+00:00", "fr")).to.match(/10:00$/);
    expect(formatMoment("2026-03-23T10:00:00+00:00", "fr")).to.match(/10:00\u00A0UTC$/);
    expect(formatMoment("2018-01-10T10:00+00:00", "fr")).to.match(/10:00$/);
  });

  it("gives back what is no date", () => {
    expect(formatDate("bientôt", "fr")).to.equal("bientôt");
  });
});
