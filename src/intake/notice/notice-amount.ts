import { readAmount } from "../printed/read-amount.ts";

/** No sum is printed in more characters. */
const LONGEST = 80;

/** Dirhams of the figures that begin a quote; what follows them is not read. */
export const amountIn = (quote: string): number | null => {
  const [figures = ""] =
    /^[\d\u0660-\u0669][\d\u0660-\u0669 .,'\u00A0\u202F\u066B\u066C]*(?:\s?(?:de\s)?(?:millions?(?:\sde\scentimes)?|مليون(?:\sسنتيم)?))?/u.exec(
      quote.slice(0, LONGEST),
    ) ?? [];
  const read = readAmount(figures.replace(/[ .,\u00A0\u202F]+$/u, ""));
  return read.ok ? read.value.centimes / 100 : null;
};
