import type { StructNode } from "../layout/slice.ts";
import type { Faces, Weight } from "../text/face.ts";
import { embeddedFont, type PdfDocument, type PdfElement, type PdfFont } from "./pdfkit-document.ts";

/** What painting needs: the document, its fonts and its structure tree. */
export interface Brush {
  readonly doc: PdfDocument;
  readonly faces: Faces;
  /** The faces as this document embeds them, opened once: pdfkit compares fonts at every call. */
  readonly fonts: Readonly<Record<Weight, PdfFont>>;
  /** The PDF element of a node, made at first use with its parents; `more` are options of pdfkit's `struct`. */
  readonly elementOf: (node: StructNode, more?: Readonly<Record<string, unknown>>) => PdfElement;
  /** Elements of the parts of a paragraph, by its node. */
  readonly spans: Map<StructNode, Map<number, PdfElement>>;
}

const optionsOf = ({ language, alt }: StructNode): Readonly<Record<string, unknown>> => ({
  ...(language !== undefined && { lang: language }),
  ...(alt !== undefined && { alt }),
});

/** Opens the structure tree of a document under its root. */
export const openBrush = (doc: PdfDocument, faces: Faces, root: StructNode): Brush => {
  const elements = new Map<StructNode, PdfElement>();
  const rootElement = doc.struct(root.role);
  doc.addStructure(rootElement);
  elements.set(root, rootElement);
  const elementOf: Brush["elementOf"] = (node, more) => {
    const known = elements.get(node);
    if (known !== undefined) return known;
    const element = doc.struct(node.role, { ...optionsOf(node), ...more });
    if (node.attributes !== undefined) element.dictionary.data["A"] = { ...node.attributes };
    if (node.parent !== null) elementOf(node.parent).add(element);
    elements.set(node, element);
    return element;
  };
  const fonts = { regular: embeddedFont(doc, faces.regular), bold: embeddedFont(doc, faces.bold) };
  return { doc, faces, fonts, elementOf, spans: new Map() };
};
