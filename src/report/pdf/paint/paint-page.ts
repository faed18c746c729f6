import type { Page, PlacedSlice } from "../layout/paginate.ts";
import type { LinePiece, Piece } from "../layout/slice.ts";
import type { Brush } from "./brush.ts";
import { rectangle } from "./operators.ts";
import { shortened } from "./pdf-string.ts";
import { paintChart } from "./paint-chart.ts";
import { paintImage } from "./paint-image.ts";
import { paintFrames } from "./paint-frames.ts";
import { paintLine, paintUntagged } from "./paint-line.ts";
import { PAGE } from "./archival-document.ts";
import type { PdfOutline } from "./pdfkit-document.ts";

const HAIRLINE = 0.5;
const LONGEST_BOOKMARK = 200;

/** The open items of the outline by depth: 0 is the outline itself. */
export type Bookmarks = PdfOutline[];

/** Paints what assistive technology leaves out: grounds, rules, repeated headers, running lines. */
export const paintArtifact = (type: "Layout" | "Pagination", paint: () => void, { doc }: Brush): void => {
  doc.markContent("Artifact", { type });
  paint();
  doc.endMarkedContent();
};

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
  if (piece.kind === "node") brush.elementOf(piece.node);
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

const rulesOf = (page: Page, above: number): string =>
  page.slices
    .flatMap(({ slice, y }) =>
      slice.pieces.map((piece) =>
        piece.kind === "rule"
          ? rectangle(piece.x, above + y + piece.top, piece.width, HAIRLINE, piece.colour)
          : "",
      ),
    )
    .filter((operators) => operators !== "")
    .join("\n");

/** Paints the content of one page; `above` is the top margin in points. */
export const paintPage = (page: Page, above: number, brush: Brush, bookmarks: Bookmarks): void => {
  const background = [paintFrames(page, above), rulesOf(page, above)]
    .filter((part) => part !== "")
    .join("\n");
  if (background !== "") paintArtifact("Layout", () => brush.doc.addContent(background), brush);
  for (const placed of page.slices) {
    const top = above + placed.y;
    if (placed.isRepeated) paintArtifact("Pagination", () => paintRepeated(placed, top, brush), brush);
    else for (const piece of placed.slice.pieces) paintPiece(piece, top, brush, bookmarks);
  }
};
