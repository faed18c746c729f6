import PdfKit from "pdfkit";
import type { Face } from "../text/face.ts";

// The part of pdfkit 0.20.2 that the report writes with. @types/pdfkit lags behind: it knows neither a parsed
// font nor the embedded font's subset; what is named here is pinned by the exact version and by tests.

export interface PdfReference {
  readonly data: Record<string, unknown>;
  readonly id: number;
}

export interface PdfElement {
  readonly dictionary: PdfReference;
  add(child: PdfElement | PdfContent): PdfElement;
  end(): void;
}

/** A marked-content sequence. */
export interface PdfContent {
  readonly refs: readonly unknown[];
}

/** A font as pdfkit embeds it: the glyphs used so far, their widths and what they say. */
export interface PdfFont {
  readonly id: string;
  readonly subset: { includeGlyph(glyph: number): number };
  readonly widths: number[];
  readonly unicode: (readonly number[])[];
  ref(): PdfReference;
}

export interface PdfOutline {
  addItem(title: string, options: Readonly<Record<string, unknown>>): PdfOutline;
}

export interface PdfDocument extends AsyncIterable<Uint8Array> {
  readonly page: {
    readonly fonts: Record<string, PdfReference>;
    readonly height: number;
    readonly width: number;
  };
  readonly outline: PdfOutline;
  readonly _root: PdfReference;
  readonly _font: PdfFont;
  font(font: Face["font"]): PdfDocument;
  addPage(): PdfDocument;
  addContent(operators: string): PdfDocument;
  markContent(tag: string, options?: Readonly<Record<string, unknown>>): PdfDocument;
  markStructureContent(tag: string): PdfContent;
  endMarkedContent(): PdfDocument;
  struct(type: string, options?: Readonly<Record<string, unknown>>): PdfElement;
  addStructure(element: PdfElement): PdfDocument;
  link(x: number, y: number, width: number, height: number, url: string, options: object): PdfDocument;
  file(bytes: Uint8Array, options: Readonly<Record<string, unknown>>): PdfReference;
  image(bytes: Uint8Array, x: number, y: number, options: Readonly<Record<string, number>>): PdfDocument;
  appendXML(xml: string): void;
  end(): void;
}

/** Opens a pdfkit document with options that its types do not know yet. */
export const openPdfDocument = (options: Readonly<Record<string, unknown>>): PdfDocument =>
  new PdfKit(options) as unknown as PdfDocument;

/** The catalogue of the document. */
export const catalogOf = ({ _root: catalog }: PdfDocument): PdfReference => catalog;

/** A parsed font as this document embeds it. */
export const embeddedFont = (doc: PdfDocument, { font }: Face): PdfFont => {
  const { _font: embedded } = doc.font(font);
  return embedded;
};
