import { expect } from "chai";
import { chartSvg } from "../../src/report/charts/chart-svg.ts";
import { drawChart, type Primitive } from "../../src/report/charts/draw-chart.ts";

const GAUGE = { kind: "gauge", low: 40, high: 70, score: 57.5 } as const;
const WIDTH = 200;

const bars = (primitives: readonly Primitive[]) =>
  primitives.flatMap((each) => (each.kind === "rect" && each.height > 10 && each.width > 2 ? [each] : []));

describe("the gauge", () => {
  it("shows the interval, not a lone figure", () => {
    const [track, certain, open] = bars(drawChart(GAUGE, WIDTH, "ltr"));
    expect(track).to.include({ x: 0, width: WIDTH });
    expect(certain).to.include({ x: 0, width: 80 });
    expect(open?.x).to.equal(80);
    expect(open?.width).to.be.closeTo(60, 0.001);
  });

  it("runs from the right in Arabic", () => {
    const [, certain, open] = bars(drawChart(GAUGE, WIDTH, "rtl"));
    expect(certain).to.include({ x: 120, width: 80 });
    expect(open?.x).to.be.closeTo(60, 0.001);
  });

  it("has no pointer when nothing could be determined", () => {
    const kinds = drawChart({ ...GAUGE, score: null }, WIDTH, "ltr").map(({ kind }) => kind);
    expect(kinds).to.not.include("polygon");
  });

  it("is the same drawing as SVG", () => {
    const svg = chartSvg(GAUGE, WIDTH, "ltr");
    expect(svg.match(/<(rect|polygon|text) /g)?.length).to.equal(drawChart(GAUGE, WIDTH, "ltr").length);
  });
});
