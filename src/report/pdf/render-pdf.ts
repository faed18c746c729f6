import type { Logo } from "../letterhead/logo.ts";
import { layOutBlocks } from "./layout/lay-out-blocks.ts";
import { type Page, paginate } from "./layout/paginate.ts";
import type { StructNode } from "./layout/slice.ts";
import { readMarkup } from "./markup/read-markup.ts";
import { type Identity, openArchivalDocument, PAGE } from "./paint/archival-document.ts";
import { type Brush, openBrush } from "./paint/brush.ts";
import { type Bookmarks, paintArtifact, paintPage } from "./paint/paint-page.ts";
import { footOperators, MARGIN, QR_SIZE, qrOperators, type RunningLines } from "./paint/running-lines.ts";
import type { PdfDocument } from "./paint/pdfkit-document.ts";
import { type Faces, loadFaces } from "./text/face.ts";

/** A file carried inside the PDF. */
export interface Attachment {
  readonly name: string;
  readonly description: string;
  readonly bytes: Uint8Array;
}

export interface PdfInput {
  /** The whitelisted HTML of the report. */
  readonly html: string;
  readonly logo: Logo | null;
  readonly identity: Identity;
  readonly attachment: Attachment;
  /** The foot of a page; pages are counted from 1. */
  readonly foot: (page: number, pages: number) => RunningLines;
}

const CONTENT = { width: PAGE.width - 2 * MARGIN.side, height: PAGE.height - MARGIN.top - MARGIN.bottom };
const ROOT_ROLE = "Document";

const layOut = ({ html, identity, logo }: PdfInput, root: StructNode, faces: Faces): readonly Page[] => {
  const { direction, language } = identity;
  const slices = layOutBlocks(readMarkup(html, { direction, language, logo }), {
    x: MARGIN.side,
    width: CONTENT.width,
    direction,
    faces,
    frames: [],
    parent: root,
    tallestRow: CONTENT.height / 3,
  });
  return paginate(slices, CONTENT.height);
};

const attach = ({ name, description, bytes }: Attachment, date: Date, doc: PdfDocument): void => {
  doc.file(bytes, {
    name,
    description,
    type: "application/json",
    relationship: "Source",
    creationDate: date,
    modifiedDate: date,
  });
};

const paintRunningLines = (
  lines: RunningLines,
  isFirst: boolean,
  { identity }: PdfInput,
  brush: Brush,
): void => {
  const { direction } = identity;
  const { verificationUrl } = lines;
  const foot = footOperators(lines, direction, brush);
  paintArtifact("Pagination", () => brush.doc.addContent(foot), brush);
  if (!isFirst || verificationUrl === undefined) return;
  const x = direction === "rtl" ? MARGIN.side : PAGE.width - MARGIN.side - QR_SIZE;
  paintArtifact("Layout", () => brush.doc.addContent(qrOperators(verificationUrl, x, MARGIN.top)), brush);
};

const collect = async (doc: PdfDocument): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of doc) chunks.push(chunk);
  return Buffer.concat(chunks);
};

/**
 * Lays out and writes one archival PDF. The same input gives the same bytes. Throws when the markup is not
 * allowed or the font lacks a character of our own texts.
 */
export const renderPdf = async (input: PdfInput): Promise<Uint8Array> => {
  const faces = loadFaces();
  const root: StructNode = { role: ROOT_ROLE, parent: null };
  const pages = layOut(input, root, faces);
  const doc = openArchivalDocument(input.identity);
  const brush = openBrush(doc, faces, root);
  const bookmarks: Bookmarks = [doc.outline];
  for (const [index, page] of pages.entries()) {
    doc.addPage();
    paintPage(page, MARGIN.top, brush, bookmarks);
    paintRunningLines(input.foot(index + 1, pages.length), index === 0, input, brush);
  }
  attach(input.attachment, input.identity.date, doc);
  brush.elementOf(root).end();
  doc.end();
  return collect(doc);
};
