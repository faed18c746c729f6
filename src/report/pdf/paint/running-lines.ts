import { encode } from "uqr";
import { PALETTE } from "../layout/palette.ts";
import type { TextStyle } from "../text/inline-run.ts";
import { layOutText } from "../text/lay-out-text.ts";
import type { Direction } from "../text/shape-text.ts";
import { PAGE } from "./archival-document.ts";
import type { Brush } from "./brush.ts";
import { fill, num, rectangle } from "./operators.ts";
import { textOperators } from "./text-operators.ts";

/** What stands at the foot of every page. */
export interface RunningLines {
  /** At the start side: name and report id. */
  readonly start: string;
  /** At the end side: the number of the page. */
  readonly end: string;
  /** Below, small: the hash of the payload. */
  readonly below: string;
  /** Printed as a QR code at the top of the first page. */
  readonly verificationUrl?: string;
}

export const MARGIN = { top: 46, side: 50, bottom: 64 } as const;
const FOOT = PAGE.height - 44;
const SMALL: TextStyle = { weight: "regular", size: 7, colour: PALETTE.muted };
export const QR_SIZE = 58;

const lineAt = (text: string, side: Direction, direction: Direction, y: number, brush: Brush): string => {
  const [line] = layOutText([{ text, style: SMALL, part: 0 }], direction, PAGE.width, brush.faces);
  if (line === undefined) return "";
  const x = side === "ltr" ? MARGIN.side : PAGE.width - MARGIN.side - line.width;
  return line.runs.map((run) => textOperators(run, x + run.x, y, brush)).join("\n");
};

/** The foot of a page, as an artifact's operators. */
export const footOperators = (lines: RunningLines, direction: Direction, brush: Brush): string => {
  const opposite = direction === "ltr" ? "rtl" : "ltr";
  return [
    rectangle(MARGIN.side, FOOT, PAGE.width - 2 * MARGIN.side, 0.5, PALETTE.line),
    lineAt(lines.start, direction, direction, FOOT + 12, brush),
    lineAt(lines.end, opposite, direction, FOOT + 12, brush),
    lineAt(lines.below, direction, direction, FOOT + 22, brush),
  ].join("\n");
};

/** A QR code as one path; the margin of the page is its quiet zone. */
export const qrOperators = (url: string, x: number, y: number): string => {
  const { data, size } = encode(url, { ecc: "M", border: 0 });
  const unit = QR_SIZE / size;
  const modules = data.flatMap((row, line) =>
    row.map((isDark, column) =>
      isDark ? `${num(x + column * unit)} ${num(y + line * unit)} ${num(unit)} ${num(unit)} re` : "",
    ),
  );
  return `${fill("#000000")} ${modules.filter((part) => part !== "").join(" ")} f`;
};
