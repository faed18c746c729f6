import { expect } from "chai";
import * as fc from "fast-check";
import { readAmount } from "../../../src/intake/printed/read-amount.ts";

/** Text → dirhams, and whether tax is in it. */
const READ: readonly (readonly [printed: string | number, dirhams: number, taxIncluded?: boolean])[] = [
  ["60 000,00", 60_000],
  ["60\u00A0000,00", 60_000],
  ["60\u202F000,00", 60_000],
  ["60.000,00", 60_000],
  ["60,000.00", 60_000],
  ["60'000.00", 60_000],
  ["60 000", 60_000],
  ["60.000", 60_000],
  ["60,000", 60_000],
  ["60000", 60_000],
  ["60000.5", 60_000.5],
  ["60 000 , 5", 60_000.5],
  ["1.999.800,00 DH TTC", 1_999_800, true],
  ["1 999 800,00 DHS T.T.C", 1_999_800, true],
  ["1,999,800.00 MAD", 1_999_800],
  ["1 666 500,00 DH HT", 1_666_500, false],
  ["200 000,00 dirhams hors taxes", 200_000, false],
  ["Deux cent mille", Number.NaN],
  ["200 000,00 DH (deux cent mille dirhams)", 200_000],
  ["(200 000,00)", 200_000],
  ["٦٠٬٠٠٠٫٠٠ درهم", 60_000],
  ["۶۰۰۰۰ درهم", 60_000],
  ["1.999.800,00 درهم مع احتساب جميع الرسوم", 1_999_800, true],
  ["‏1 999 800,00‏ درهم دون احتساب الرسوم", 1_999_800, false],
  ["60 millions de centimes", 600_000],
  ["60 مليون سنتيم", 600_000],
  ["مليون سنتيم", 10_000],
  ["200 مليون سنتيم", 2_000_000],
  ["1,5 million de centimes", 15_000],
  ["1,2 milliard de centimes", 12_000_000],
  ["مليار ونصف", Number.NaN],
  ["مليون و200 ألف درهم", 1_200_000],
  ["1 million 200 mille dirhams", 1_200_000],
  ["1,2 MDH", 1_200_000],
  ["850 KDH TTC", 850_000, true],
  ["120 dirhams et 50 centimes", 120.5],
  ["0,00", 0],
  ["0,50 DH", 0.5],
  ["60 000,-", 60_000],
  [1999800.004, 1_999_800],
  [60_000, 60_000],
];

/** Text → why it is refused. */
const REFUSED: readonly (readonly [printed: string | number, problem: string])[] = [
  ["", "AMOUNT_EXPECTED"],
  ["voir annexe", "AMOUNT_EXPECTED"],
  ["environ 60 000", "AMOUNT_EXPECTED"],
  ["10 %", "AMOUNT_EXPECTED"],
  ["60 000 à 70 000", "AMOUNT_EXPECTED"],
  ["60 000 DH 70 000 DH", "AMOUNTS_SEVERAL"],
  ["1 million 2 000 000", "AMOUNTS_SEVERAL"],
  ["60 00", "AMOUNT_UNCLEAR"],
  ["1.999,800", "AMOUNT_UNCLEAR"],
  ["1,234 million", "AMOUNT_UNCLEAR"],
  ["1,23,456", "AMOUNT_UNCLEAR"],
  ["100 DH HT TTC", "AMOUNT_UNCLEAR"],
  ["1234,567", "AMOUNT_DECIMALS"],
  ["0,125", "AMOUNT_DECIMALS"],
  ["-5", "AMOUNT_NEGATIVE"],
  ["− 60 000,00", "AMOUNT_NEGATIVE"],
  [-1, "AMOUNT_NEGATIVE"],
  ["60 000 €", "OTHER_CURRENCY"],
  ["60 000 EUR", "OTHER_CURRENCY"],
  ["2 000 000 000 000", "AMOUNT_TOO_LARGE"],
  [Number.POSITIVE_INFINITY, "AMOUNT_TOO_LARGE"],
  [Number.NaN, "AMOUNT_TOO_LARGE"],
];

describe("a printed amount", () => {
  for (const [printed, dirhams, taxIncluded] of READ)
    it(`is read: ${printed}`, () => {
      const read = readAmount(printed);
      if (Number.isNaN(dirhams)) expect(read.ok).to.equal(false);
      else
        expect(read).to.deep.equal({
          ok: true,
          value: {
            centimes: Math.round(dirhams * 100),
            ...(taxIncluded === undefined ? {} : { taxIncluded }),
          },
        });
    });

  for (const [printed, problem] of REFUSED)
    it(`is refused, with the reason: ${printed}`, () => {
      expect(readAmount(printed)).to.deep.equal({ ok: false, problem });
    });

  it("comes back whatever the style in which it was printed", () => {
    const styles: readonly (readonly [thousand: string, point: string])[] = [
      [" ", ","],
      ["\u00A0", ","],
      [".", ","],
      [",", "."],
      ["'", "."],
    ];
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e14 }),
        fc.constantFrom(...styles),
        fc.boolean(),
        (centimes, [thousand, point], isArabic) => {
          const whole = String(Math.floor(centimes / 100)).replaceAll(/\B(?=(\d{3})+$)/g, thousand);
          const printed = `${whole}${point}${String(centimes % 100).padStart(2, "0")} DH`;
          const text = isArabic
            ? printed.replaceAll(/\d/g, (figure) => String.fromCharCode(0x660 + Number(figure)))
            : printed;
          expect(readAmount(text)).to.deep.equal({ ok: true, value: { centimes } });
        },
      ),
    );
  });

  it("is looked for in no text longer than any amount is printed", () => {
    for (const part of ["0", "(", ". ", "1 "])
      expect(readAmount(`1${part.repeat(100_000)}1`).ok).to.equal(false);
  });

  it("is a sum or a reason, whatever the text", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."0123456789 .,'-٫٬٥dhttcمليون(),%".split("")) }),
        (text) => {
          const read = readAmount(text);
          if (read.ok)
            expect(Number.isSafeInteger(read.value.centimes) && read.value.centimes >= 0).to.equal(true);
        },
      ),
    );
  });
});
