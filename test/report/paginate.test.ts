import { expect } from "chai";
import { paginate } from "../../src/report/pdf/layout/paginate.ts";
import type { Slice } from "../../src/report/pdf/layout/slice.ts";

const HEIGHT = 100;

const slice = (height: number, more: Partial<Slice> = {}): Slice => ({
  kind: "content",
  height,
  keepsWithNext: false,
  frames: [],
  pieces: [],
  ...more,
});
const gap = (height: number): Slice => slice(height, { kind: "margin", keepsWithNext: true });

const heights = (slices: readonly Slice[]): readonly (readonly number[])[] =>
  paginate(slices, HEIGHT).map((page) => page.slices.map((placed) => placed.slice.height));

describe("dividing slices into pages", () => {
  it("fills a page before it begins the next", () => {
    expect(heights([slice(60), slice(40), slice(10)])).to.deep.equal([[60, 40], [10]]);
  });

  it("keeps a heading with what follows", () => {
    expect(heights([slice(60), slice(30, { keepsWithNext: true }), slice(20)])).to.deep.equal([
      [60],
      [30, 20],
    ]);
  });

  it("drops a margin at the top of a page and at the end of the last", () => {
    expect(heights([gap(5), slice(95), gap(10), slice(20), gap(90)])).to.deep.equal([[95], [20]]);
  });

  it("takes the larger of two margins that meet", () => {
    expect(heights([slice(10), gap(5), gap(8), slice(10)])).to.deep.equal([[10, 8, 10]]);
  });

  it("repeats the header of a table on the page where a row begins", () => {
    const header = [slice(10, { keepsWithNext: true })];
    const pages = paginate([...header, slice(80, { header }), slice(30, { header })], HEIGHT);
    expect(pages.map((page) => page.slices.map(({ isRepeated }) => isRepeated))).to.deep.equal([
      [false, false],
      [true, false],
    ]);
  });

  it("divides what is higher than a page and would rather stay together", () => {
    const held = slice(40, { keepsWithNext: true });
    expect(heights([slice(30), held, held, held, slice(40)])).to.deep.equal([[30, 40], [40, 40], [40]]);
  });
});
