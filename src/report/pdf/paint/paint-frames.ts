import type { Page } from "../layout/paginate.ts";
import type { Frame, Slice } from "../layout/slice.ts";
import type { Canvas } from "./canvas.ts";

const ACCENT = 3;
const HAIRLINE = 0.6;

/** How far a frame that goes on from page to page reaches beyond its words there, in points. */
const MOST_OVERHANG = 5;

interface Extent {
  readonly top: number;
  readonly bottom: number;
}

/** A frame ends in its own room; where it ends in words, a page break divided it. */
const overhang = ({ inset }: Frame, { pieces }: Slice): number =>
  pieces.length === 0 ? 0 : Math.min(inset, MOST_OVERHANG);

const extentsOf = (page: Page): ReadonlyMap<Frame, Extent> => {
  const extents = new Map<Frame, Extent>();
  for (const { slice, y } of page.slices)
    for (const frame of slice.frames) {
      const top = extents.get(frame)?.top ?? y - overhang(frame, slice);
      extents.set(frame, { top, bottom: y + slice.height + overhang(frame, slice) });
    }
  return extents;
};

const paintBorder = ({ x, width }: Frame, top: number, height: number, colour: string, canvas: Canvas) => {
  canvas.rectangle(x, top, width, HAIRLINE, colour);
  canvas.rectangle(x, top + height - HAIRLINE, width, HAIRLINE, colour);
  canvas.rectangle(x, top, HAIRLINE, height, colour);
  canvas.rectangle(x + width - HAIRLINE, top, HAIRLINE, height, colour);
};

const paintFrame = (frame: Frame, top: number, height: number, canvas: Canvas): void => {
  const { x, width, background, border, accent, direction } = frame;
  const start = direction === "rtl" ? x + width - ACCENT : x;
  if (background !== undefined) canvas.rectangle(x, top, width, height, background);
  if (border !== undefined) paintBorder(frame, top, height, border, canvas);
  if (accent !== undefined) canvas.rectangle(start, top, ACCENT, height, accent);
};

/** Paints the grounds, borders and bars of a page, outermost first; `above` is the top margin. */
export const paintFrames = (page: Page, above: number, canvas: Canvas): void => {
  for (const [frame, { top, bottom }] of extentsOf(page))
    paintFrame(frame, above + top, bottom - top, canvas);
  for (const { slice, y } of page.slices)
    for (const piece of slice.pieces)
      if (piece.kind === "ground") paintFrame(piece.frame, above + y + piece.top, piece.height, canvas);
};
