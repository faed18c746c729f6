import { expect } from "chai";
import { beforeTax, withTax } from "../../src/domain/money.ts";
import { ceilingSteps, dayStep, delayStep, shareStep } from "../../src/domain/steps.ts";

const TOP = 2000;

describe("a sum against a ceiling", () => {
  it("is one line when it is known", () => {
    const range = beforeTax({ centimes: 120_000_000, taxIncluded: true, vatRate: 2000 }, TOP);
    expect(ceilingSteps("beforeTax", range, 100_000_000)).to.deep.equal([
      { label: "beforeTax", expression: "1200000.00 ÷ 1.20 ≤ 1000000.00", value: "1000000.00" },
    ]);
    const plain = withTax({ centimes: 50_000_001, taxIncluded: true }, TOP);
    expect(ceilingSteps("withTax", plain, 50_000_000)).to.deep.equal([
      { label: "withTax", expression: "500000.01 > 500000.00", value: "500000.01" },
    ]);
  });

  it("is two lines when tax leaves it open", () => {
    const range = withTax({ centimes: 45_000_000, taxIncluded: false }, TOP);
    expect(ceilingSteps("withTax", range, 50_000_000)).to.deep.equal([
      { label: "withTaxAtLeast", expression: "450000.00 ≤ 500000.00", value: "450000.00" },
      { label: "withTaxAtMost", expression: "450000.00 × 1.20 > 500000.00", value: "540000.00" },
    ]);
  });
});

describe("days from one event to another", () => {
  it("are set against a minimum, which is not enough by itself", () => {
    const relations = ["2026-02-10", "2026-02-11", "2026-02-12"].map(
      (to) => dayStep("days", "2026-01-21", to, 21).expression,
    );
    expect(relations).to.deep.equal([
      "2026-02-10 − 2026-01-21 = 20 < 21",
      "2026-02-11 − 2026-01-21 = 21 = 21",
      "2026-02-12 − 2026-01-21 = 22 > 21",
    ]);
    expect(dayStep("days", "2026-01-21", "2026-02-10", 21)).to.include({ label: "days", value: 20 });
  });

  it("are set against a maximum, which is still in time", () => {
    expect(delayStep("late", "2026-01-01", "2026-03-02", 60)).to.deep.equal({
      label: "late",
      expression: "2026-03-02 − 2026-01-01 = 60 ≤ 60",
      value: 60,
    });
    expect(delayStep("late", "2026-01-01", "2026-03-03", 60).expression).to.equal(
      "2026-03-03 − 2026-01-01 = 61 > 60",
    );
  });
});

const printed = (part: number, centimes: number): unknown =>
  shareStep("share", part, { centimes, times: 1, over: 1 }).value;

describe("a share", () => {
  it("is a percentage of the exact whole, two decimals, rounded half up", () => {
    const whole = { centimes: 300_000, times: 1, over: 1 };
    expect(shareStep("share", 2000, whole)).to.deep.equal({
      label: "share",
      expression: "20.00 ÷ 3000.00",
      value: "0.67 %",
    });
    expect(shareStep("share", 1, { centimes: 20_000, times: 1, over: 1 }).value).to.equal("0.01 %");
    expect(shareStep("share", 0, whole).value).to.equal("0 %");
    expect(shareStep("share", 90_000, whole).value).to.equal("30 %");
    expect(shareStep("share", 600_000, whole).value).to.equal("200 %");
  });

  it("is not printed as the whole per cent that it falls short of, or that it passes", () => {
    expect(printed(29_999_999, 99_999_999)).to.equal("29.999999 %");
    expect(printed(2_000_001, 100_000_000)).to.equal("2.000001 %");
    expect(printed(1, 20_001)).to.equal("0.005 %");
    expect(printed(29_999_999_999_999, 1e14)).to.equal("29.999999999999 %");
  });
});
