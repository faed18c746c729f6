import { expect } from "chai";
import * as fc from "fast-check";
import { readDay, readMoment } from "../../../src/intake/printed/read-day.ts";
import { readMonth } from "../../../src/intake/printed/read-month.ts";

/** Text → the moment of the format. */
const READ: readonly (readonly [printed: string, moment: string])[] = [
  ["24/02/2026", "2026-02-24"],
  ["4/2/2026", "2026-02-04"],
  ["24-02-2026", "2026-02-24"],
  ["24.02.2026", "2026-02-24"],
  ["24 / 02 / 2026", "2026-02-24"],
  ["2026-02-24", "2026-02-24"],
  ["2026/02/24", "2026-02-24"],
  ["٢٤/٠٢/٢٠٢٦", "2026-02-24"],
  ["24 février 2026", "2026-02-24"],
  ["mardi 24 février 2026", "2026-02-24"],
  ["le 1er mars 2026", "2026-03-01"],
  ["24 FEVRIER 2026", "2026-02-24"],
  ["15 août 2026", "2026-08-15"],
  ["15 sept. 2026", "2026-09-15"],
  ["February 24, 2026", "2026-02-24"],
  ["24 فبراير 2026", "2026-02-24"],
  ["يوم الثلاثاء 24 فبراير 2026", "2026-02-24"],
  ["15 غشت 2026", "2026-08-15"],
  ["15 شتنبر 2026", "2026-09-15"],
  ["15 أكتوبر 2026", "2026-10-15"],
  ["15 نونبر 2026", "2026-11-15"],
  ["١٥ دجنبر ٢٠٢٦", "2026-12-15"],
  ["30 يوليوز 2026", "2026-07-30"],
  ["20 ماي 2026", "2026-05-20"],
  ["24/02/2026 à 10h00", "2026-02-24T10:00:00+00:00"],
  ["24/03/2026 10:00", "2026-03-24T10:00:00+01:00"],
  ["24/03/2026 à 10 H 30 min", "2026-03-24T10:30:00+01:00"],
  ["24/03/2026 à 9 heures", "2026-03-24T09:00:00+01:00"],
  ["24/03/2026 à midi", "2026-03-24T12:00:00+01:00"],
  ["mardi 24 mars 2026 à 10h", "2026-03-24T10:00:00+01:00"],
  ["2026-03-24T10:00:00", "2026-03-24T10:00:00+01:00"],
  ["2026-03-24 10:00:00", "2026-03-24T10:00:00+01:00"],
  ["2026-03-24T09:00:00Z", "2026-03-24T09:00:00Z"],
  ["24 مارس 2026 على الساعة 10:00", "2026-03-24T10:00:00+01:00"],
  ["يوم 24 مارس 2026 على الساعة العاشرة والنصف صباحا", "2026-03-24T10:30:00+01:00"],
  ["24 مارس 2026 على الساعة الحادية عشرة صباحا", "2026-03-24T11:00:00+01:00"],
  ["24 مارس 2026 على الساعة الثالثة بعد الزوال", "2026-03-24T15:00:00+01:00"],
  ["mardi 24 mars 2026 à dix heures", "2026-03-24T10:00:00+01:00"],
  ["24 mars 2026 à Dix Heures Trente", "2026-03-24T10:30:00+01:00"],
  ["24 mars 2026 à dix heures et demie", "2026-03-24T10:30:00+01:00"],
  ["24 mars 2026 à onze heures moins le quart", "2026-03-24T10:45:00+01:00"],
  ["24 mars 2026 à dix-sept heures", "2026-03-24T17:00:00+01:00"],
  ["24 mars 2026 à trois heures de l’après-midi", "2026-03-24T15:00:00+01:00"],
  ["24 mars 2026 à 9 heures trente", "2026-03-24T09:30:00+01:00"],
  ["24 mars 2026 à partir de treize heures précises", "2026-03-24T13:00:00+01:00"],
  ["24 mars 2026 à dix (10) heures", "2026-03-24T10:00:00+01:00"],
  ["24 mars 2026 à dix heures (10h00)", "2026-03-24T10:00:00+01:00"],
  ["24 mars 2026 à dix heures trente (10h30)", "2026-03-24T10:30:00+01:00"],
  ["24 مارس 2026 على الساعة العاشرة", "2026-03-24T10:00:00+01:00"],
  ["24 مارس 2026 على الساعة الحادية عشر إلا ربعا صباحا", "2026-03-24T10:45:00+01:00"],
  ["24 مارس 2026 على الساعة التاسعة وثلاثين دقيقة صباحا", "2026-03-24T09:30:00+01:00"],
  ["24 مارس 2026 على الساعة الثانية عشرة زوالا", "2026-03-24T12:00:00+01:00"],
  ["24 مارس 2026 على الساعة الثالثة زوالا", "2026-03-24T15:00:00+01:00"],
  ["24 مارس 2026 على الساعة العاشرة (10:00)", "2026-03-24T10:00:00+01:00"],
];

const REFUSED: readonly (readonly [printed: string, problem: string])[] = [
  ["", "DAY_EXPECTED"],
  ["à définir", "DAY_EXPECTED"],
  ["46077", "DAY_EXPECTED"],
  ["24/02/26", "YEAR_SHORT"],
  ["02/24/2026", "DAY_IMPOSSIBLE"],
  ["31/02/2026", "DAY_IMPOSSIBLE"],
  ["24 brumaire 2026", "DAY_EXPECTED"],
  ["24/02/2026 ou 25/02/2026", "DAY_EXPECTED"],
  ["24/02/2026 à 25h00", "DAY_EXPECTED"],
  // Words and figures that differ, and an hour that may be of either half of the day.
  ["24 mars 2026 à dix heures (11h00)", "DAY_EXPECTED"],
  ["24 mars 2026 à dix (11) heures", "DAY_EXPECTED"],
  ["24 مارس 2026 على الساعة الثالثة", "DAY_EXPECTED"],
];

describe("a printed day", () => {
  for (const [printed, moment] of READ)
    it(`is read: ${printed}`, () => {
      expect(readMoment(printed)).to.deep.equal({ ok: true, value: moment });
      expect(readDay(printed)).to.deep.equal({ ok: true, value: moment.slice(0, 10) });
    });

  for (const [printed, problem] of REFUSED)
    it(`is refused, with the reason: ${printed}`, () => {
      expect(readMoment(printed)).to.deep.equal({ ok: false, problem });
      expect(readDay(printed)).to.deep.equal({ ok: false, problem });
    });

  it("comes back from any text without a fault", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."0123456789 /-.:hTZàفبراير janvier".split("")) }),
        (text) => {
          const read = readMoment(text);
          if (read.ok) expect(read.value).to.match(/^\d{4}-\d{2}-\d{2}/);
        },
      ),
    );
  });
});

describe("a printed month", () => {
  for (const [printed, month] of [
    ["04/2026", "2026-04"],
    ["2026-04", "2026-04"],
    ["avril 2026", "2026-04"],
    ["Avril-2026", "2026-04"],
    ["شهر أبريل 2026", "2026-04"],
    ["15/04/2026", "2026-04"],
  ] as const)
    it(`is read: ${printed}`, () => {
      expect(readMonth(printed)).to.deep.equal({ ok: true, value: month });
    });

  for (const printed of ["13/2026", "T2 2026", "2026", "deuxième trimestre 2026"])
    it(`is refused: ${printed}`, () => {
      expect(readMonth(printed)).to.deep.equal({ ok: false, problem: "MONTH_EXPECTED" });
    });

  it("is looked for in no text longer than any day is printed", () => {
    for (const part of ["و", "th", "1er ", "0"]) expect(readDay(part.repeat(100_000)).ok).to.equal(false);
    expect(readDay(`mardi 24 février 2026${" ".repeat(20)}à 10h00`).ok).to.equal(true);
  });
});
