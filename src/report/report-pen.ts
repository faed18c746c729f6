import type { Pen } from "../domain/print-figure.ts";
import { amountInWords } from "../letters/amount-in-words.ts";
import { loadFaces } from "./pdf/text/face.ts";
import { printableText } from "./pdf/text/printable-text.ts";

/** Writes what the report's font can draw, and names what it cannot. */
export const reportPen: Pen = {
  letters: amountInWords,
  said: (text) => printableText(text, loadFaces()),
};
