import { drawChart, type Primitive } from "../../charts/draw-chart.ts";
import type { ChartPiece } from "../layout/slice.ts";
import { layOutText } from "../text/lay-out-text.ts";
import type { Brush } from "./brush.ts";
import { polygon, rectangle } from "./operators.ts";
import { PAGE } from "./archival-document.ts";
import { textOperators } from "./text-operators.ts";

type Label = Extract<Primitive, { kind: "text" }>;

const label = (
  { x, y, anchor, size, fill, text }: Label,
  left: number,
  top: number,
  brush: Brush,
): string => {
  const style = { weight: "regular", size, colour: fill } as const;
  const [line] = layOutText([{ text, style, part: 0 }], "ltr", PAGE.width, brush.faces);
  if (line === undefined) return "";
  const shift = anchor === "start" ? 0 : anchor === "middle" ? line.width / 2 : line.width;
  return line.runs.map((run) => textOperators(run, left + x - shift + run.x, top + y, brush)).join("\n");
};

const operators = (primitive: Primitive, left: number, top: number, brush: Brush): string => {
  if (primitive.kind === "text") return label(primitive, left, top, brush);
  if (primitive.kind === "rect") {
    const { x, y, width, height, fill } = primitive;
    return rectangle(left + x, top + y, width, height, fill);
  }
  return polygon(
    primitive.points.map(([x, y]) => [left + x, top + y] as const),
    primitive.fill,
  );
};

/** Paints a chart as a Figure with its alternative text; `top` in points from the top of the page. */
export const paintChart = (piece: ChartPiece, top: number, brush: Brush): void => {
  const { x, width, height, node, chart, direction } = piece;
  const figure = brush.elementOf(node, { bbox: [x, top, x + width, top + height], placement: "Block" });
  figure.add(brush.doc.markStructureContent("Figure"));
  const shapes = drawChart(chart, width, direction);
  brush.doc.addContent(shapes.map((primitive) => operators(primitive, x, top, brush)).join("\n"));
  brush.doc.endMarkedContent();
};
