import { drawChart, type Primitive } from "../../charts/draw-chart.ts";
import type { ChartPiece } from "../layout/slice.ts";
import { layOutText } from "../text/lay-out-text.ts";
import type { Brush } from "./brush.ts";
import { PAGE } from "./operators.ts";

type Label = Extract<Primitive, { kind: "text" }>;

const paintLabel = (
  { x, y, anchor, size, fill, text }: Label,
  left: number,
  top: number,
  { faces, canvas }: Brush,
): void => {
  const style = { weight: "regular", size, colour: fill } as const;
  const [line] = layOutText([{ text, style, part: 0 }], "ltr", PAGE.width, faces);
  if (line === undefined) return;
  const shift = anchor === "start" ? 0 : anchor === "middle" ? line.width / 2 : line.width;
  for (const run of line.runs) canvas.text(run, left + x - shift + run.x, top + y);
};

const paintPrimitive = (primitive: Primitive, left: number, top: number, brush: Brush): void => {
  if (primitive.kind === "text") paintLabel(primitive, left, top, brush);
  else if (primitive.kind === "rect") {
    const { x, y, width, height, fill } = primitive;
    brush.canvas.rectangle(left + x, top + y, width, height, fill);
  } else {
    const points = primitive.points.map(([x, y]) => [left + x, top + y] as const);
    brush.canvas.polygon(points, primitive.fill);
  }
};

/** Paints a chart as a Figure with its alternative text; `top` in points from the top of the page. */
export const paintChart = (piece: ChartPiece, top: number, brush: Brush): void => {
  const { x, width, height, node, chart, direction } = piece;
  const box = [x, PAGE.height - top - height, x + width, PAGE.height - top] as const;
  brush.canvas.tagged(brush.structure.elementOf(node, { box }), () => {
    for (const primitive of drawChart(chart, width, direction)) paintPrimitive(primitive, x, top, brush);
  });
};
