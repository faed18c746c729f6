import type { Pen } from "../domain/print-figure.ts";
import { amountInWords } from "./amount-in-words.ts";

/** Where any character can be shown: a terminal, a page, JSON. */
export const plainPen: Pen = { letters: amountInWords, said: (text) => text };
