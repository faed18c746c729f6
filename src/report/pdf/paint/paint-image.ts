import type { ImagePiece } from "../layout/slice.ts";
import type { Brush } from "./brush.ts";

/** Paints a picture as a Figure with its alternative text; `top` in points from the top of the page. */
export const paintImage = (
  { x, width, height, node, image }: ImagePiece,
  top: number,
  brush: Brush,
): void => {
  const figure = brush.elementOf(node, { bbox: [x, top, x + width, top + height], placement: "Block" });
  figure.add(brush.doc.markStructureContent("Figure"));
  brush.doc.image(Buffer.from(image.bytes), x, top, { width, height });
  brush.doc.endMarkedContent();
};
