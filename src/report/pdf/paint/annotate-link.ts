import type { Brush } from "./brush.ts";
import { num, up } from "./operators.ts";
import { literal, textString } from "./pdf-string.ts";
import { raw } from "./pdfkit-document.ts";
import type { StructElement } from "./structure.ts";

/** Sides of a rectangle, in points from the left and the top of the page. */
interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const PRINTED = 4;

/** An address as PDF has it: in ASCII. */
const address = (href: string): string => literal(encodeURI(href).replaceAll("%25", "%"));

/** Makes an area of the page lead to an address, and ties it to the element of its words. */
export const annotateLink = (
  href: string,
  { left, right, top, bottom }: Area,
  element: StructElement,
  { doc, structure, canvas }: Brush,
): void => {
  const annotation = doc.ref({});
  const key = structure.addAnnotation(element, annotation, canvas.page.dictionary.id);
  annotation.data = raw(`<<
/Type /Annot
/Subtype /Link
/Rect [${num(left)} ${up(bottom)} ${num(right)} ${up(top)}]
/Border [0 0 0]
/F ${PRINTED}
/Contents ${textString(href)}
/A << /S /URI /URI ${address(href)} >>
/StructParent ${key}
>>`);
  annotation.end();
  canvas.page.annotations.push(annotation);
};
