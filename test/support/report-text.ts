import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseFragment } from "parse5";
import { textOf } from "../../src/report/pdf/markup/tree.ts";
import { runTool } from "./debian-tool.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** What only steers a line: extractors put it where they like. */
const STEERING = /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
const UNSEEN = /<(style|svg|title)\b[\s\S]*?<\/\1>/g;
const BLOCKS = /<\/?(?:p|li|ul|ol|table|thead|tbody|tr|td|th|h[1-3]|div|section|blockquote|br)\b[^>]*>/g;

const plain = (text: string): string => text.replaceAll(STEERING, "").normalize("NFC");

/** What a reader of the web page sees, each block on lines of its own. */
export const pageText = (html: string): string =>
  plain(textOf(parseFragment(html.replaceAll(UNSEEN, "").replaceAll(BLOCKS, "\n")).childNodes));

/** The text of a PDF by pdftotext, line by line, each from left to right. */
export const pdfText = (pdf: Uint8Array): string => {
  const folder = temporaryFolder();
  try {
    const file = join(folder.path, "report.pdf");
    writeFileSync(file, pdf);
    return plain(runTool("pdftotext", "poppler-utils", ["-raw", file, "-"]));
  } finally {
    folder.remove();
  }
};
