import { expect } from "chai";
import { formatStep } from "../../src/domain/format-step.ts";
import type { Language } from "../../src/domain/tender.ts";

const printed = (expression: string, value: string | number, language: Language): string =>
  formatStep({ label: "x", expression, value }, language).replaceAll("\u00A0", " ");

describe("a line of arithmetic", () => {
  const lines: readonly (readonly [string, string | number, Language, string])[] = [
    ["(456000.00 + 510000.00) / 2", "483000.00", "fr", "(456 000,00 DH + 510 000,00 DH) ÷ 2 = 483 000,00 DH"],
    [
      "1999800.00 ÷ 1.20 > 1000000.00",
      "1666500.00",
      "fr",
      "1 999 800,00 DH ÷ 1,20 = 1 666 500,00 DH > 1 000 000,00 DH",
    ],
    ["480000.00 ≤ 500000.00", "480000.00", "en", "480 000.00 MAD ≤ 500 000.00 MAD"],
    ["2026-03-27 − 2026-03-03 = 24 ≤ 60", 24, "fr", "27 mars 2026 − 3 mars 2026 = 24 ≤ 60"],
    ["20000.00 ÷ 1999800.00", "1 %", "fr", "20 000,00 DH ÷ 1 999 800,00 DH = 1 %"],
    ["20000.00 ÷ 60000.00 ≥ 30 %", "33.33 %", "en", "20 000.00 MAD ÷ 60 000.00 MAD = 33.33% ≥ 30%"],
    ["2.5 % ≤ 3 %", "2.5 %", "fr", "2,5 % ≤ 3 %"],
    [
      "30 % × 1000000.00 − 200000.00",
      "100000.00",
      "fr",
      "30 % × 1 000 000,00 DH − 200 000,00 DH = 100 000,00 DH",
    ],
    [
      "2026-03-04T16:00:00+01:00 − 2026-03-04 = -24 … 24 h < 24 h",
      "-24 … 24",
      "fr",
      "4 mars 2026, 16:00 − 4 mars 2026 = −24 … 24 h < 24 h",
    ],
    [
      "2026-01-05 → 2026-01-12, holidays.json 2026.10",
      5,
      "en",
      "5 January 2026 → 12 January 2026, holidays.json 2026.10 = 5",
    ],
    [
      "12.50: 2026-01: 120000.00 ≤ 500000.00",
      "120000.00",
      "fr",
      "12.50: 2026-01: 120 000,00 DH ≤ 500 000,00 DH",
    ],
    [
      "2026-03-04 − 2026-03-03 = 0 … 48 h ≶ 24 h",
      "0 … 48",
      "en",
      "4 March 2026 − 3 March 2026 = 0 … 48 h ? 24 h",
    ],
    ["3 ≥ 2", 3, "ar", "3 ≥ 2"],
    ["12 ≤ 60", 12, "fr", "12 ≤ 60"],
  ];
  for (const [expression, value, language, text] of lines)
    it(`is written as a person writes it, ${language}: ${expression}`, () => {
      expect(printed(expression, value, language)).to.equal(text);
    });

  it("keeps each Arabic unit beside its own figure", () => {
    expect(printed("100.00 + 200.00", "300.00", "ar")).to.equal(
      "\u2067100,00 درهم\u2069 + \u2067200,00 درهم\u2069 = \u2067300,00 درهم\u2069",
    );
  });
});
