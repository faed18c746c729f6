import { Worker } from "node:worker_threads";
import { isZip } from "../xlsx/is-zip.ts";
import { bytesSource } from "../source/source.ts";
import { docxText } from "./docx-text.ts";

/** The text of a file; `scanned`: it holds pictures of pages and no text; `unknown`: it is no PDF, DOCX or text. */
export type FileText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: "scanned" | "unknown" | "broken" };

/** Milliseconds and megabytes that a PDF may take. */
const TIME = 15_000;
const MEMORY = 256;
/** A page of a notice has hundreds of letters: a file with fewer than this has none that can be read. */
const LEAST_LETTERS = 40;

/** pdf.js runs beside the requests, bounded: a hostile file ends itself alone. */
const pdfText = (bytes: Uint8Array): Promise<string | null> =>
  new Promise((resolve) => {
    const worker = new Worker(new URL("pdf-text-worker.js", import.meta.url), {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY },
    });
    const end = (text: string | null): void => {
      clearTimeout(timer);
      resolve(text);
      void worker.terminate();
    };
    const timer = setTimeout(() => end(null), TIME);
    worker.once("message", (text: string | null) => end(text));
    worker.once("error", () => end(null));
    worker.once("exit", () => end(null));
  });

const judged = (text: string | null): FileText => {
  if (text === null) return { ok: false, problem: "broken" };
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

/** The text of a notice's file: PDF, DOCX or plain text, without reading pictures. */
export const noticeText = async (name: string, bytes: Uint8Array): Promise<FileText> => {
  if (Buffer.from(bytes.subarray(0, 1024)).includes("%PDF-")) return judged(await pdfText(bytes));
  const source = bytesSource(name, bytes);
  if (!(await isZip(source))) return plainText(bytes);
  try {
    const text = await docxText(source);
    return text === null ? { ok: false, problem: "unknown" } : judged(text);
  } catch {
    return { ok: false, problem: "broken" };
  }
};
