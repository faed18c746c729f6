import type { Logo } from "../letterhead/logo.ts";
import { layOutBlocks } from "./layout/lay-out-blocks.ts";
import { type Page, paginate } from "./layout/paginate.ts";
import type { StructNode } from "./layout/slice.ts";
import { readMarkup } from "./markup/read-markup.ts";
import { type Identity, openArchivalDocument } from "./paint/archival-document.ts";
import { type Attachment, attachFile } from "./paint/attach-file.ts";
import type { Brush } from "./paint/brush.ts";
import { openCanvas } from "./paint/canvas.ts";
import { openFonts } from "./paint/document-fonts.ts";
import { PAGE } from "./paint/operators.ts";
import { type Bookmarks, paintPage } from "./paint/paint-page.ts";
import type { PdfDocument } from "./paint/pdfkit-document.ts";
import { qrCode } from "./paint/qr-code.ts";
import { MARGIN, paintFoot, type RunningLines } from "./paint/running-lines.ts";
import { openStructure } from "./paint/structure.ts";
import { type Faces, loadFaces } from "./text/face.ts";

export interface PdfInput {
  /** The whitelisted HTML of the report. */
  readonly html: string;
  /** What says less, tried in turn while the report takes more than one page; none where it may take several. */
  readonly shorter: readonly (() => string)[];
  readonly logo: Logo | null;
  readonly identity: Identity;
  readonly attachment: Attachment;
  /** The address that the QR code of every page leads to; null: there is none. */
  readonly address: string | null;
  /** The foot of a page; pages are counted from 1. */
  readonly foot: (page: number, pages: number) => RunningLines;
}

const CONTENT = { width: PAGE.width - 2 * MARGIN.side, height: PAGE.height - MARGIN.top - MARGIN.bottom };
const ROOT_ROLE = "Document";

interface LaidOut {
  readonly root: StructNode;
  readonly pages: readonly Page[];
}

const layOut = (html: string, { identity, logo }: PdfInput, faces: Faces): LaidOut => {
  const { direction, language } = identity;
  const root: StructNode = { role: ROOT_ROLE, parent: null };
  const slices = layOutBlocks(readMarkup(html, { direction, language, logo }), {
    x: MARGIN.side,
    width: CONTENT.width,
    direction,
    faces,
    frames: [],
    parent: root,
    tallestRow: CONTENT.height / 2.5,
  });
  return { root, pages: paginate(slices, CONTENT.height) };
};

const layOutShortly = (input: PdfInput, faces: Faces): LaidOut => {
  let laidOut = layOut(input.html, input, faces);
  for (const html of input.shorter) {
    if (laidOut.pages.length === 1) break;
    laidOut = layOut(html(), input, faces);
  }
  return laidOut;
};

const paint = ({ pages, root }: LaidOut, input: PdfInput, faces: Faces, doc: PdfDocument) => {
  const structure = openStructure(doc, root, pages.length);
  const fonts = openFonts(doc, faces);
  const code = input.address === null ? null : qrCode(input.address, doc);
  const bookmarks: Bookmarks = [doc.outline];
  const spans: Brush["spans"] = new Map();
  for (const [index, page] of pages.entries()) {
    doc.addPage();
    const canvas = openCanvas(doc.page, index, structure, fonts);
    const brush: Brush = { doc, faces, structure, canvas, spans };
    doc.page.dictionary.data["StructParents"] = index;
    paintPage(page, MARGIN.top, brush, bookmarks);
    paintFoot(input.foot(index + 1, pages.length), code, input.identity.direction, brush);
    canvas.end();
  }
  fonts.end();
  structure.end();
};

/**
 * Lays out and writes one archival PDF. The same input gives the same bytes. Throws when the markup is not
 * allowed or the font lacks a character of our own texts.
 */
export const renderPdf = (input: PdfInput): Promise<Uint8Array> => {
  const faces = loadFaces();
  const laidOut = layOutShortly(input, faces);
  const { doc, bytes } = openArchivalDocument(input.identity);
  paint(laidOut, input, faces, doc);
  attachFile(input.attachment, input.identity.date, doc);
  doc.end();
  return bytes;
};
