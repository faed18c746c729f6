import type { PlacedRun } from "../text/place-line.ts";
import { deflateText } from "./deflate.ts";
import type { DocumentFonts } from "./document-fonts.ts";
import { fill, num, polygon, rectangle, up } from "./operators.ts";
import type { PdfPage } from "./pdfkit-document.ts";
import type { StructElement, Structure } from "./structure.ts";

/** The content of one page while it is painted; colour and font are set only where they change. */
export interface Canvas {
  readonly page: PdfPage;
  /** Content of the document: it belongs to the element. */
  readonly tagged: (element: StructElement, paint: () => void) => void;
  /** What assistive technology leaves out: grounds, rules, repeated headers, running lines. */
  readonly artifact: (type: "Layout" | "Pagination", paint: () => void) => void;
  readonly rectangle: (x: number, y: number, width: number, height: number, colour: string) => void;
  readonly polygon: (points: readonly (readonly [number, number])[], colour: string) => void;
  /** A run of glyphs whose baseline begins at `x`, `y`. */
  readonly text: (run: PlacedRun, x: number, y: number) => void;
  /** An XObject of the page, stretched over a rectangle. */
  readonly image: (label: string, x: number, y: number, width: number, height: number) => void;
  readonly end: () => void;
}

/** Marks what is painted as content of an element, or of none; what follows of the same element goes on in it. */
const markContents = (operators: string[], page: PdfPage, index: number, structure: Structure) => {
  let open: StructElement | null = null;
  const close = (): void => {
    if (open !== null) operators.push("EMC");
    open = null;
  };
  const tagged: Canvas["tagged"] = (element, paint) => {
    if (open !== element) {
      close();
      const number = structure.addContent(element, page.dictionary.id, index);
      operators.push(`/${element.role} << /MCID ${number} >> BDC`);
      open = element;
    }
    paint();
  };
  const artifact: Canvas["artifact"] = (type, paint) => {
    close();
    operators.push(`/Artifact << /Type /${type} >> BDC`);
    paint();
    operators.push("EMC");
  };
  return { tagged, artifact, close };
};

/** Opens the canvas of the page that was just added; `index` counts pages from 0. */
export const openCanvas = (
  page: PdfPage,
  index: number,
  structure: Structure,
  fonts: DocumentFonts,
): Canvas => {
  const operators: string[] = [];
  let colour = "";
  let font = "";
  const marks = markContents(operators, page, index, structure);
  const setFill = (wanted: string): void => {
    if (wanted === colour) return;
    colour = wanted;
    operators.push(fill(wanted));
  };
  const text: Canvas["text"] = (run, x, y) => {
    const { style } = run.run;
    setFill(style.colour);
    const { name, operators: shown } = fonts.show(run, page);
    const wanted = `/${name} ${num(style.size)} Tf`;
    const set = wanted === font ? "" : `${wanted} `;
    font = wanted;
    operators.push(`BT ${set}${num(x)} ${up(y)} Td ${shown} ET`);
  };
  const end = (): void => {
    marks.close();
    const { content } = page;
    // pdfkit began the page upside down; this content does not.
    content.buffer = [];
    content.data["Length"] = 0;
    content.data["Filter"] = "FlateDecode";
    content.write(deflateText(operators.join("\n")));
  };
  return {
    page,
    tagged: marks.tagged,
    artifact: marks.artifact,
    rectangle: (x, y, width, height, wanted) => {
      setFill(wanted);
      operators.push(rectangle(x, y, width, height));
    },
    polygon: (points, wanted) => {
      setFill(wanted);
      operators.push(polygon(points));
    },
    text,
    image: (label, x, y, width, height) => {
      operators.push(`q ${num(width)} 0 0 ${num(height)} ${num(x)} ${up(y + height)} cm /${label} Do Q`);
    },
    end,
  };
};
