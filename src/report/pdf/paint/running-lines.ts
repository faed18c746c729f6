import { PALETTE } from "../layout/palette.ts";
import type { TextStyle } from "../text/inline-run.ts";
import { layOutText } from "../text/lay-out-text.ts";
import type { Direction } from "../text/shape-text.ts";
import type { Brush } from "./brush.ts";
import { PAGE } from "./operators.ts";
import type { PdfReference } from "./pdfkit-document.ts";

/** What stands at the foot of every page. */
export interface RunningLines {
  /** At the start side, under one another: what the report is, its id, the hash of its payload, its address. */
  readonly lines: readonly string[];
  /** At the end side: the number of the page. */
  readonly end: string;
}

export const MARGIN = { top: 46, side: 50, bottom: 84 } as const;
const FOOT = PAGE.height - 66;
const LEADING = 10;
const SMALL: TextStyle = { weight: "regular", size: 7, colour: PALETTE.muted };
/** Points; with the modules of a long address still 0.35 mm wide. */
const QR_SIZE = 42;
const QR_NAME = "QR";

const paintAt = (
  text: string,
  x: number,
  y: number,
  isFromRight: boolean,
  direction: Direction,
  brush: Brush,
) => {
  const [line] = layOutText([{ text, style: SMALL, part: 0 }], direction, PAGE.width, brush.faces);
  if (line === undefined) return;
  const left = isFromRight ? x - line.width : x;
  for (const run of line.runs) brush.canvas.text(run, left + run.x, y);
};

/** Paints the foot of a page as an artifact; the code stands at the start side, its quiet zone around it. */
export const paintFoot = (
  { lines, end }: RunningLines,
  code: PdfReference | null,
  direction: Direction,
  brush: Brush,
): void => {
  const { canvas } = brush;
  const isRtl = direction === "rtl";
  const [left, right] = [MARGIN.side, PAGE.width - MARGIN.side];
  const beside = code === null ? 0 : QR_SIZE + 12;
  canvas.artifact("Pagination", () => {
    canvas.rectangle(left, FOOT, right - left, 0.5, PALETTE.line);
    if (code !== null) {
      canvas.page.xobjects[QR_NAME] ??= code;
      canvas.image(QR_NAME, isRtl ? right - QR_SIZE : left, FOOT + 8, QR_SIZE, QR_SIZE);
    }
    for (const [index, text] of lines.entries())
      paintAt(
        text,
        isRtl ? right - beside : left + beside,
        FOOT + 15 + index * LEADING,
        isRtl,
        direction,
        brush,
      );
    paintAt(end, isRtl ? left : right, FOOT + 15, !isRtl, direction, brush);
  });
};
