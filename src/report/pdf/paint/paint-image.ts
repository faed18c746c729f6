import type { ImagePiece } from "../layout/slice.ts";
import type { Brush } from "./brush.ts";
import { PAGE } from "./operators.ts";

/** Paints a picture as a Figure with its alternative text; `top` in points from the top of the page. */
export const paintImage = (
  { x, width, height, node, image }: ImagePiece,
  top: number,
  brush: Brush,
): void => {
  const { doc, canvas, structure } = brush;
  const opened = doc.openImage(Buffer.from(image.bytes));
  if (opened.obj === null || opened.obj === undefined) opened.embed(doc);
  if (opened.obj === null) throw new Error("the logo cannot be embedded");
  canvas.page.xobjects[opened.label] ??= opened.obj;
  const box = [x, PAGE.height - top - height, x + width, PAGE.height - top] as const;
  canvas.tagged(structure.elementOf(node, { box }), () => canvas.image(opened.label, x, top, width, height));
};
