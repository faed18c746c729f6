import { expect } from "chai";
import * as fc from "fast-check";
import {
  beforeTax,
  compareProducts,
  dirhams,
  dirhamsOf,
  isAtMost,
  isBelow,
  isShareAtMost,
  percent,
  sumOf,
  sumOfRanges,
  withTax,
} from "../../src/domain/money.ts";

const TOP = 2000;
const million = 100_000_000;

describe("an estimate before tax", () => {
  it("is itself when it is stated without tax", () => {
    const range = beforeTax({ centimes: 120, taxIncluded: false }, TOP);
    expect([dirhamsOf(range.low), dirhamsOf(range.high)]).to.deep.equal(["1.20", "1.20"]);
  });

  it("lies between no tax and the top rate when only the tax is known to be in", () => {
    const range = beforeTax({ centimes: 120_000, taxIncluded: true }, TOP);
    expect([dirhamsOf(range.low), dirhamsOf(range.high)]).to.deep.equal(["1000.00", "1200.00"]);
  });

  it("is exact with a rate", () => {
    const range = beforeTax({ centimes: 110_000, taxIncluded: true, vatRate: 1000 }, TOP);
    expect([dirhamsOf(range.low), dirhamsOf(range.high)]).to.deep.equal(["1000.00", "1000.00"]);
  });

  it("is the union of both when it is not known whether tax is in", () => {
    const range = beforeTax({ centimes: 110_000, vatRate: 1000 }, TOP);
    expect([dirhamsOf(range.low), dirhamsOf(range.high)]).to.deep.equal(["1000.00", "1100.00"]);
  });
});

describe("an estimate with tax", () => {
  it("is itself when it is stated with tax", () => {
    const range = withTax({ centimes: 100, taxIncluded: true }, TOP);
    expect([dirhamsOf(range.low), dirhamsOf(range.high)]).to.deep.equal(["1.00", "1.00"]);
  });

  it("lies between itself and itself with the top rate when stated without tax", () => {
    const range = withTax({ centimes: 100_000, taxIncluded: false }, TOP);
    expect([dirhamsOf(range.low), dirhamsOf(range.high)]).to.deep.equal(["1000.00", "1200.00"]);
  });

  it("is exact with a rate, and open when the tax may be in already", () => {
    const known = withTax({ centimes: 100_000, taxIncluded: false, vatRate: 1000 }, TOP);
    expect([dirhamsOf(known.low), dirhamsOf(known.high)]).to.deep.equal(["1100.00", "1100.00"]);
    const open = withTax({ centimes: 100_000, vatRate: 1000 }, TOP);
    expect([dirhamsOf(open.low), dirhamsOf(open.high)]).to.deep.equal(["1000.00", "1100.00"]);
  });
});

const included = (centimes: number) => beforeTax({ centimes, taxIncluded: true }, TOP);
const exact = (centimes: number) => beforeTax({ centimes, taxIncluded: false }, TOP);

describe("a ceiling", () => {
  it("is kept at the ceiling exactly, and by anything certainly below", () => {
    expect(isAtMost(included(million), million)).to.equal(true);
    expect(isAtMost(included(million - 1), million)).to.equal(true);
  });

  it("is open while tax decides", () => {
    expect(isAtMost(included(million + 1), million)).to.equal(null);
    expect(isAtMost(included(120_000_000), million)).to.equal(null);
  });

  it("is broken one centime beyond the top rate", () => {
    expect(isAtMost(included(120_000_001), million)).to.equal(false);
  });

  it("tells below from at", () => {
    expect(isBelow(exact(million - 1), million)).to.equal(true);
    expect(isBelow(exact(million), million)).to.equal("at");
    expect(isBelow(exact(million + 1), million)).to.equal(false);
    expect(isBelow(included(million), million)).to.equal(null);
  });

  it("holds for a share, at the share exactly", () => {
    const whole = withTax({ centimes: 1_000_000, taxIncluded: true }, TOP);
    expect(isShareAtMost(20_000, 200, whole)).to.equal(true);
    expect(isShareAtMost(20_001, 200, whole)).to.equal(false);
    const open = withTax({ centimes: 1_000_000 }, TOP);
    expect(isShareAtMost(20_001, 200, open)).to.equal(null);
  });
});

describe("products", () => {
  it("compare exactly, beyond what a double holds", () => {
    expect(compareProducts(1e14, 12_000, 1e14, 12_000)).to.equal(0);
    expect(compareProducts(1e14 + 1, 12_000, 1e14, 12_000)).to.equal(1);
    expect(compareProducts(1e14 - 1, 12_000, 1e14, 12_000)).to.equal(-1);
  });

  it("compare as integers do", () => {
    const whole = fc.integer({ min: 0, max: 1e14 });
    const rate = fc.integer({ min: 1, max: 12_000 });
    fc.assert(
      fc.property(whole, rate, whole, rate, (a, b, c, d) => {
        const difference = BigInt(a) * BigInt(b) - BigInt(c) * BigInt(d);
        const sign = difference === 0n ? 0 : difference > 0n ? 1 : -1;
        return compareProducts(a, b, c, d) === sign;
      }),
    );
  });
});

describe("sums", () => {
  it("keep the tax flags that all share", () => {
    expect(
      sumOf([
        { centimes: 1, taxIncluded: true },
        { centimes: 2, taxIncluded: true },
      ]),
    ).to.deep.equal({
      centimes: 3,
      taxIncluded: true,
    });
  });

  it("keep each part by itself when flags differ", () => {
    const parts = [{ centimes: 1, taxIncluded: true }, { centimes: 2 }];
    expect(sumOf(parts)).to.deep.equal({ centimes: 3, parts });
    expect(sumOf([])).to.deep.equal({ centimes: 0 });
  });

  it("are exact when each part is, whatever its tax", () => {
    const parts = [
      { centimes: 60_000_000, taxIncluded: false },
      { centimes: 44_000_000, taxIncluded: true, vatRate: 1000 },
      { centimes: 12_000_007, taxIncluded: true, vatRate: 2000 },
    ];
    const sum = sumOfRanges(parts.map((part) => beforeTax(part, TOP)));
    // 600 000 + 440 000 ÷ 1.1 + 120 000.07 ÷ 1.2 = 1 100 000.0583…
    expect(sum === null ? null : [isAtMost(sum, 110_000_005), isAtMost(sum, 110_000_006)]).to.deep.equal([
      false,
      true,
    ]);
  });

  it("are given up beyond what numbers hold exactly", () => {
    const rates = [701, 1403, 1999];
    const far = rates.map((vatRate) =>
      beforeTax({ centimes: 99_999_999_999_999, taxIncluded: true, vatRate }, TOP),
    );
    expect(sumOfRanges(far)).to.equal(null);
  });

  it("print as dirhams and percent", () => {
    expect(dirhams(199_980_005)).to.equal("1999800.05");
    expect(percent(272)).to.equal("2.72 %");
  });
});
