import { PALETTE } from "../pdf/layout/palette.ts";
import type { Direction } from "../pdf/text/shape-text.ts";
import type { ChartData, CoverageData, GaugeData } from "./chart-data.ts";

/** Points from the top left corner of the chart; `y` of a text is its baseline. */
export type Primitive =
  | {
      readonly kind: "rect";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill: string;
    }
  | {
      readonly kind: "polygon";
      readonly points: readonly (readonly [number, number])[];
      readonly fill: string;
    }
  | {
      readonly kind: "text";
      readonly x: number;
      readonly y: number;
      readonly anchor: "start" | "middle" | "end";
      readonly size: number;
      readonly fill: string;
      readonly text: string;
    };

const OPEN = "#8fbac2";
const GAUGE = { top: 9, bar: 11, labels: 31, height: 34, size: 7.5 };
const COVERAGE = { bar: 5, height: 6 };
const TICKS = [0, 25, 50, 75, 100];
const MARKER = 4.5;

/** Height of a chart in points. */
export const chartHeight = ({ kind }: ChartData): number =>
  kind === "gauge" ? GAUGE.height : COVERAGE.height;

/** Where a share of the whole (0–1) lies across the chart: from the right in Arabic. */
const across = (share: number, width: number, direction: Direction): number =>
  direction === "rtl" ? width * (1 - share) : width * share;

const bar = (
  from: number,
  to: number,
  width: number,
  direction: Direction,
  y: number,
  height: number,
  fill: string,
) => {
  const start = across(from, width, direction);
  const end = across(to, width, direction);
  const rect: Primitive = {
    kind: "rect",
    x: Math.min(start, end),
    y,
    width: Math.abs(end - start),
    height,
    fill,
  };
  return rect;
};

const tick = (value: number, width: number, direction: Direction): readonly Primitive[] => {
  const x = across(value / 100, width, direction);
  const isLeft = x === 0;
  const anchor = isLeft ? "start" : x === width ? "end" : "middle";
  const { top, labels, size } = GAUGE;
  return [
    {
      kind: "rect",
      x: Math.min(x, width - 0.6),
      y: top + GAUGE.bar,
      width: 0.6,
      height: 3,
      fill: PALETTE.muted,
    },
    { kind: "text", x, y: labels, anchor, size, fill: PALETTE.muted, text: String(value) },
  ];
};

/** A pointer above the bar with a line through it. */
const marker = (score: number, width: number, direction: Direction): readonly Primitive[] => {
  const x = across(score / 100, width, direction);
  const { top } = GAUGE;
  return [
    { kind: "rect", x: x - 0.8, y: top - 2, width: 1.6, height: GAUGE.bar + 4, fill: PALETTE.ink },
    {
      kind: "polygon",
      points: [
        [x - MARKER, top - 2 - MARKER * 1.5],
        [x + MARKER, top - 2 - MARKER * 1.5],
        [x, top - 1],
      ],
      fill: PALETTE.ink,
    },
  ];
};

const drawGauge = (
  { low, high, score }: GaugeData,
  width: number,
  direction: Direction,
): readonly Primitive[] => {
  const { top } = GAUGE;
  return [
    bar(0, 1, width, direction, top, GAUGE.bar, PALETTE.line),
    bar(0, low / 100, width, direction, top, GAUGE.bar, PALETTE.brand),
    bar(low / 100, high / 100, width, direction, top, GAUGE.bar, OPEN),
    ...TICKS.flatMap((value) => tick(value, width, direction)),
    ...(score === null ? [] : marker(score, width, direction)),
  ];
};

const drawCoverage = ({ share }: CoverageData, width: number, direction: Direction): readonly Primitive[] => [
  bar(0, 1, width, direction, 0, COVERAGE.bar, PALETTE.line),
  bar(0, share, width, direction, 0, COVERAGE.bar, PALETTE.muted),
];

/** A chart as shapes, for every back end; `width` in points, mirrored in Arabic. */
export const drawChart = (chart: ChartData, width: number, direction: Direction): readonly Primitive[] =>
  chart.kind === "gauge" ? drawGauge(chart, width, direction) : drawCoverage(chart, width, direction);
