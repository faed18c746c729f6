import type { StructNode } from "../layout/slice.ts";
import { textString } from "./pdf-string.ts";
import { type PdfDocument, type PdfReference, raw, reserveObject, writeObject } from "./pdfkit-document.ts";

/** An element of the structure tree while it grows (PDF 1.7, § 14.7.2). */
export interface StructElement {
  /** Number of its object. */
  readonly id: number;
  readonly role: string;
  /** Entries beside parent and kids, a line each. */
  readonly entries: string;
  readonly parent: number;
  readonly kids: string[];
  /** The page of the kids that are bare numbers; 0 while there are none. */
  page: number;
}

/** What an element says of itself beyond its node. */
export interface Said {
  readonly actual?: string | undefined;
  readonly language?: string | undefined;
  /** Left, bottom, right, top, in points of the page. */
  readonly box?: readonly [number, number, number, number];
}

export interface Structure {
  /** The element of a node, made at first use with its parents; the order of first uses is that of reading. */
  readonly elementOf: (node: StructNode, said?: Said) => StructElement;
  /** A new element inside another. */
  readonly addTo: (parent: StructElement, role: string, said?: Said) => StructElement;
  /** Marked content of a page belongs to the element; answers with its number on the page. */
  readonly addContent: (element: StructElement, pageId: number, pageIndex: number) => number;
  /** An annotation belongs to the element; answers with its key in the parent tree. */
  readonly addAnnotation: (element: StructElement, annotation: PdfReference, pageId: number) => number;
  /** Writes every element and the parent tree. */
  readonly end: () => void;
}

const attributesOf = (attributes: NonNullable<StructNode["attributes"]>): string =>
  Object.entries(attributes)
    .map(([name, value]) => `/${name} ${typeof value === "number" ? value : `/${value}`}`)
    .join(" ");

const entriesOf = ({ language, alt, attributes }: Partial<StructNode>, said: Said): string => {
  const lang = said.language ?? language;
  let entries = "";
  if (lang !== undefined) entries += `/Lang ${textString(lang)}\n`;
  if (alt !== undefined) entries += `/Alt ${textString(alt)}\n`;
  if (said.actual !== undefined) entries += `/ActualText ${textString(said.actual)}\n`;
  if (attributes !== undefined) entries += `/A << ${attributesOf(attributes)} >>\n`;
  else if (said.box !== undefined)
    entries += `/A << /O /Layout /Placement /Block /BBox [${said.box.join(" ")}] >>\n`;
  return entries;
};

const written = ({ role, parent, page, entries, kids }: StructElement): string =>
  `<<\n/S /${role}\n/P ${parent} 0 R\n${page === 0 ? "" : `/Pg ${page} 0 R\n`}${entries}/K [${kids.join(" ")}]\n>>`;

/** Opens the structure tree of a document of so many pages, under its root. */
export const openStructure = (doc: PdfDocument, root: StructNode, pages: number): Structure => {
  const tree = doc.getStructTreeRoot();
  const all: StructElement[] = [];
  const known = new Map<StructNode, StructElement>();
  /** For each page the element of each of its marked contents, then one element for each annotation. */
  const contents: number[][] = Array.from({ length: pages }, () => []);
  const annotated: number[] = [];

  const make = (role: string, parent: number, entries: string): StructElement => {
    const element = { id: reserveObject(doc), role, parent, entries, kids: [], page: 0 };
    all.push(element);
    return element;
  };
  const elementOf: Structure["elementOf"] = (node, said = {}) => {
    const found = known.get(node);
    if (found !== undefined) return found;
    const parent = node.parent === null ? null : elementOf(node.parent);
    const element = make(node.role, parent?.id ?? tree.id, entriesOf(node, said));
    parent?.kids.push(`${element.id} 0 R`);
    known.set(node, element);
    return element;
  };
  const addTo: Structure["addTo"] = (parent, role, said = {}) => {
    const element = make(role, parent.id, entriesOf({}, said));
    parent.kids.push(`${element.id} 0 R`);
    return element;
  };
  const addContent: Structure["addContent"] = (element, pageId, pageIndex) => {
    const onPage = contents[pageIndex] ?? [];
    const number = onPage.push(element.id) - 1;
    if (element.page === 0) element.page = pageId;
    const isBare = element.page === pageId;
    element.kids.push(isBare ? String(number) : `<< /Type /MCR /Pg ${pageId} 0 R /MCID ${number} >>`);
    return number;
  };
  const addAnnotation: Structure["addAnnotation"] = (element, annotation, pageId) => {
    element.kids.push(`<< /Type /OBJR /Obj ${annotation.id} 0 R /Pg ${pageId} 0 R >>`);
    return pages + annotated.push(element.id) - 1;
  };
  const end = (): void => {
    const ofPages = contents.map((ids, page) => `${page} [${ids.map((id) => `${id} 0 R`).join(" ")}]`);
    const ofAnnotations = annotated.map((id, index) => `${pages + index} ${id} 0 R`);
    tree.data["K"] = raw(`[${elementOf(root).id} 0 R]`);
    tree.data["ParentTree"] = raw(`<< /Nums [\n${[...ofPages, ...ofAnnotations].join("\n")}\n] >>`);
    tree.data["ParentTreeNextKey"] = pages + annotated.length;
    for (const element of all) writeObject(doc, element.id, written(element));
  };
  return { elementOf, addTo, addContent, addAnnotation, end };
};
