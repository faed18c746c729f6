import type { Direction } from "../pdf/text/shape-text.ts";
import type { ChartData } from "./chart-data.ts";
import { chartHeight, drawChart, type Primitive } from "./draw-chart.ts";

const round = (value: number): string => String(Math.round(value * 100) / 100);

const shape = (primitive: Primitive): string => {
  const { kind, fill } = primitive;
  if (kind === "rect") {
    const { x, y, width, height } = primitive;
    return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${fill}"/>`;
  }
  if (kind === "polygon") {
    const points = primitive.points.map((point) => point.map(round).join(",")).join(" ");
    return `<polygon points="${points}" fill="${fill}"/>`;
  }
  const { x, y, anchor, size, text } = primitive;
  return `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}" font-size="${size}" fill="${fill}">${text}</text>`;
};

/** A chart as SVG for the browser; the alternative text stands on the figure around it. */
export const chartSvg = (chart: ChartData, width: number, direction: Direction): string => {
  const shapes = drawChart(chart, width, direction).map(shape).join("");
  const box = `0 0 ${width} ${chartHeight(chart)}`;
  // Figures run from left to right whatever the page: the shapes are mirrored already.
  return `<svg viewBox="${box}" direction="ltr" role="presentation" aria-hidden="true">${shapes}</svg>`;
};
