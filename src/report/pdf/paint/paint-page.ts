import type { Page, PlacedSlice } from "../layout/paginate.ts";
import type { LinePiece, Piece } from "../layout/slice.ts";
import type { Brush } from "./brush.ts";
import { PAGE } from "./operators.ts";
import { shortened } from "./pdf-string.ts";
import { paintChart } from "./paint-chart.ts";
import { paintFrames } from "./paint-frames.ts";
import { paintImage } from "./paint-image.ts";
import { paintLine, paintUntagged } from "./paint-line.ts";
import type { PdfOutline } from "./pdfkit-document.ts";

const HAIRLINE = 0.5;
const LONGEST_BOOKMARK = 200;

/** The open items of the outline by depth: 0 is the outline itself. */
export type Bookmarks = PdfOutline[];

const addBookmark = (piece: LinePiece, top: number, bookmarks: Bookmarks): void => {
  const { bookmark } = piece.paragraph;
  if (bookmark === undefined || !piece.isFirst) return;
  const parent = bookmarks[Math.min(bookmark.depth, bookmarks.length) - 1];
  if (parent === undefined) return;
  // pdfkit subtracts `left` from the width of the page.
  const options = { fit: false, top, left: PAGE.width, expanded: bookmark.depth === 1 };
  bookmarks.splice(
    bookmark.depth,
    bookmarks.length,
    parent.addItem(shortened(bookmark.title, LONGEST_BOOKMARK), options),
  );
};

const paintPiece = (piece: Piece, top: number, brush: Brush, bookmarks: Bookmarks): void => {
  const at = top + piece.top;
  if (piece.kind === "node") brush.structure.elementOf(piece.node);
  else if (piece.kind === "chart") paintChart(piece, at, brush);
  else if (piece.kind === "image") paintImage(piece, at, brush);
  else if (piece.kind === "line") {
    addBookmark(piece, at, bookmarks);
    paintLine(piece, at, brush);
  }
};

const paintRepeated = ({ slice }: PlacedSlice, top: number, brush: Brush): void => {
  for (const piece of slice.pieces) if (piece.kind === "line") paintUntagged(piece, top + piece.top, brush);
};

const paintRules = (page: Page, above: number, { canvas }: Brush): void => {
  for (const { slice, y } of page.slices)
    for (const piece of slice.pieces)
      if (piece.kind === "rule")
        canvas.rectangle(piece.x, above + y + piece.top, piece.width, HAIRLINE, piece.colour);
};

/** Paints the content of one page; `above` is the top margin in points. */
export const paintPage = (page: Page, above: number, brush: Brush, bookmarks: Bookmarks): void => {
  const { canvas } = brush;
  canvas.artifact("Layout", () => {
    paintFrames(page, above, canvas);
    paintRules(page, above, brush);
  });
  for (const placed of page.slices) {
    const top = above + placed.y;
    if (placed.isRepeated) canvas.artifact("Pagination", () => paintRepeated(placed, top, brush));
    else for (const piece of placed.slice.pieces) paintPiece(piece, top, brush, bookmarks);
  }
};
