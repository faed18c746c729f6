import { isZip } from "../xlsx/is-zip.ts";
import { bytesSource } from "../source/source.ts";
import { docxText } from "./docx-text.ts";
import { pdfText } from "./pdf-text.ts";

/** The text of a file; `scanned`: it holds pictures of pages and no text; `unknown`: it is no PDF, DOCX or text. */
export type FileText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: "scanned" | "unknown" | "broken" };

/** A page of a notice has hundreds of letters: a file with fewer than this has none that can be read. */
const LEAST_LETTERS = 40;

const judged = (text: string): FileText => {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters < LEAST_LETTERS ? { ok: false, problem: "scanned" } : { ok: true, text };
};

const plainText = (bytes: Uint8Array): FileText => {
  try {
    return { ok: true, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { ok: false, problem: "unknown" };
  }
};

const textIn = async (name: string, bytes: Uint8Array): Promise<FileText> => {
  if (Buffer.from(bytes.subarray(0, 1024)).includes("%PDF-")) return judged(await pdfText(bytes));
  const source = bytesSource(name, bytes);
  if (!(await isZip(source))) return plainText(bytes);
  const text = await docxText(source);
  return text === null ? { ok: false, problem: "unknown" } : judged(text);
};

/** The text of a notice's file: PDF, DOCX or plain text, without reading pictures. */
export const noticeText = async (name: string, bytes: Uint8Array): Promise<FileText> => {
  try {
    return await textIn(name, bytes);
  } catch {
    return { ok: false, problem: "broken" };
  }
};
