import { plainText } from "./plain-text.ts";
import { type Printed, said, unread } from "./printed.ts";

const YES: ReadonlySet<string> = new Set([
  "oui",
  "o",
  "yes",
  "y",
  "vrai",
  "true",
  "1",
  "x",
  "نعم",
  "صحيح",
  "✓",
  "✔",
  "☑",
  "☒",
]);
const NO: ReadonlySet<string> = new Set(["non", "n", "no", "faux", "false", "0", "لا", "كلا", "☐"]);

/** Yes or no as forms print it, in French, Arabic or English, or as a tick. */
export const readYesNo = (printed: string | number | boolean): Printed<boolean> => {
  if (typeof printed === "boolean") return said(printed);
  const text = plainText(String(printed));
  if (YES.has(text)) return said(true);
  return NO.has(text) ? said(false) : unread("YES_NO_EXPECTED");
};
