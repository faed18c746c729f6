import { isIce } from "../check-references.ts";
import { plainText } from "./plain-text.ts";
import { type Printed, said, unread } from "./printed.ts";

const LENGTH = 15;
/** An ICE starts with zeros that a spreadsheet drops: three at most. */
const SHORTEST = 12;

/**
 * An enterprise's common identifier as printed → 15 figures: `001 512 345 000 078`. The zeros that a spreadsheet
 * dropped are put back only when the check figures then fit.
 */
export const readIce = (printed: string | number): Printed<string> => {
  const figures = plainText(String(printed)).replaceAll(/^(?:ice|i\.c\.e\.?)|[ .:\-/]/g, "");
  if (!/^\d+$/.test(figures)) return unread("ICE_EXPECTED");
  if (figures.length === LENGTH) return said(figures);
  const whole = figures.padStart(LENGTH, "0");
  return figures.length >= SHORTEST && figures.length < LENGTH && isIce(whole)
    ? said(whole)
    : unread("ICE_EXPECTED");
};
