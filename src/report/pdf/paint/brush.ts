import type { StructNode } from "../layout/slice.ts";
import type { Faces } from "../text/face.ts";
import type { Canvas } from "./canvas.ts";
import type { PdfDocument } from "./pdfkit-document.ts";
import type { StructElement, Structure } from "./structure.ts";

/** What painting a page needs: the document, its structure tree, and the page's canvas. */
export interface Brush {
  readonly doc: PdfDocument;
  readonly faces: Faces;
  readonly structure: Structure;
  readonly canvas: Canvas;
  /** Elements of the parts of a paragraph, by its node. */
  readonly spans: Map<StructNode, Map<number, StructElement>>;
}
