import { expect } from "chai";
import * as fc from "fast-check";
import { withTax } from "../../src/domain/money.ts";
import {
  type Bid,
  bestByLowestPrice,
  bestByReferencePrice,
  referencePriceSteps,
} from "../../src/domain/ranking.ts";

const bid = (id: string, dirhams: number): Bid => ({ id, centimes: dirhams * 100 });
const known = (dirhams: number) => withTax({ centimes: dirhams * 100, taxIncluded: true }, 2000);
const open = (dirhams: number) => withTax({ centimes: dirhams * 100, taxIncluded: false }, 2000);
const ids = (bids: readonly Bid[] | null) => bids?.map(({ id }) => id) ?? null;

describe("the reference price", () => {
  it("chooses the closest from below", () => {
    // Mean 100, P = (120 + 100) ÷ 2 = 110.
    expect(ids(bestByReferencePrice([bid("a", 80), bid("b", 109), bid("c", 111)], known(120)))).to.deep.equal(
      ["b"],
    );
  });

  it("counts an offer equal to P as below", () => {
    expect(ids(bestByReferencePrice([bid("a", 100), bid("b", 100)], known(100)))).to.deep.equal(["a", "b"]);
  });

  it("chooses the closest from above when none is below", () => {
    // Mean 200, P = (100 + 200) ÷ 2 = 150.
    expect(ids(bestByReferencePrice([bid("a", 190), bid("b", 210)], known(100)))).to.deep.equal(["a"]);
  });

  it("is undecided when the tax of the estimate would change the best", () => {
    // Mean 104.5; P lies between 102.25 and 112.25: 110 is below only at the top rate.
    expect(bestByReferencePrice([bid("a", 99), bid("b", 110)], open(100))).to.equal(null);
  });

  it("is decided when no offer lies within the doubt", () => {
    expect(ids(bestByReferencePrice([bid("a", 90), bid("b", 91)], open(100)))).to.deep.equal(["b"]);
  });

  it("has no best without an offer", () => {
    expect(bestByReferencePrice([], known(100))).to.deep.equal([]);
    expect(bestByLowestPrice([])).to.deep.equal([]);
  });

  it("is shown step by step", () => {
    expect(referencePriceSteps([bid("a", 100), bid("b", 101), bid("c", 101)], known(120).low)).to.deep.equal([
      { label: "meanOfOffers", expression: "(100.00 + 101.00 + 101.00) / 3", value: "100.67" },
      { label: "referencePrice", expression: "(120.00 + 100.67) / 2", value: "110.33" },
    ]);
  });

  it("agrees with plain fractions", () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 1e9 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 1e9 }), (sums, estimate) => {
        const bids = sums.map((centimes, index) => ({ id: String(index), centimes }));
        const price = (estimate * sums.length + sums.reduce((a, b) => a + b, 0)) / (2 * sums.length);
        const below = sums.filter((sum) => sum <= price);
        const best = below.length > 0 ? Math.max(...below) : Math.min(...sums);
        const found = bestByReferencePrice(bids, withTax({ centimes: estimate, taxIncluded: true }, 2000));
        return found !== null && found.length > 0 && found.every(({ centimes }) => centimes === best);
      }),
    );
  });
});

describe("the lowest price", () => {
  it("keeps all that share it", () => {
    expect(ids(bestByLowestPrice([bid("a", 2), bid("b", 1), bid("c", 1)]))).to.deep.equal(["b", "c"]);
  });
});
