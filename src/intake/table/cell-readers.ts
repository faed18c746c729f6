import { readAmount } from "../printed/read-amount.ts";
import { readDay, readMoment } from "../printed/read-day.ts";
import { readIce } from "../printed/read-ice.ts";
import { readMonth } from "../printed/read-month.ts";
import { readShare, readWhole, readYearNumber } from "../printed/read-number.ts";
import { readYesNo } from "../printed/read-yes-no.ts";
import { type Printed, said, unread } from "../printed/printed.ts";
import type { LabelReader } from "../printed/read-label.ts";
import type { ReadCell } from "./field.ts";
import { type Cell, cellText } from "./row.ts";

type Read = ReadCell;

const ARABIC = /\p{Script=Arabic}/gu;
const LATIN = /\p{Script=Latin}/gu;

/** Spaces and marks of direction around a text, which are pasted along and never meant. */
const EDGES =
  /^[\s\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]+|[\s\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]+$/g;

/** A text as a cell is read: one space where there were several, nothing unseen around it. */
export const one = (text: string): string => text.replaceAll(/\s+/g, " ").replaceAll(EDGES, "");

/** Text as it stands, with one space where there were several. */
export const text: Read = (cell) => said(one(cellText(cell)));

const SPREADSHEET_DATE = /^\d{4}-\d{2}-\d{2}(?:T|$)/;

/** A reference; a spreadsheet takes `01/2026` for a date, and what was printed is lost. */
export const reference: Read = (cell, heading) =>
  SPREADSHEET_DATE.test(cellText(cell)) ? unread("REFERENCE_IS_DATE") : text(cell, heading);

/** Text under the language that its letters are of. */
export const words: Read = (cell) => {
  const value = one(cellText(cell));
  const isArabic = (value.match(ARABIC) ?? []).length > (value.match(LATIN) ?? []).length;
  return said({ [isArabic ? "ar" : "fr"]: value });
};

/** Several texts in one cell. */
export const list: Read = (cell) =>
  said(
    cellText(cell)
      .split(/[;\n|]/)
      .map(one)
      .filter((each) => each !== ""),
  );

const printedOf = (cell: string | number | boolean): string | number =>
  typeof cell === "boolean" ? String(cell) : cell;

const TAX_IN_HEADING: readonly (readonly [RegExp, boolean])[] = [
  [/\bh\.?t\b|hors tax|دون (?:احتساب )?(?:ال)?رسوم|excl/i, false],
  [/\bt\.?t\.?c\b|toutes taxes|احتساب (?:جميع )?الرسوم|incl/i, true],
];

/** A sum, and whether tax is in it by the cell's own words, else by the heading's. */
export const taxedSum: Read = (cell, heading) => {
  const read = readAmount(printedOf(cell));
  if (!read.ok) return read;
  const taxIncluded = read.value.taxIncluded ?? TAX_IN_HEADING.find(([words_]) => words_.test(heading))?.[1];
  return said({ amount: read.value.centimes / 100, ...(taxIncluded === undefined ? {} : { taxIncluded }) });
};

/** A sum as the format holds it where tax is always in. */
export const dirhams: Read = (cell) => {
  const read = readAmount(printedOf(cell));
  return read.ok ? said(read.value.centimes / 100) : read;
};

const NONE = /^(?:n[ée]ant|aucune?|non exig[ée]e?|dispens[ée]e?|sans|بدون|لا شيء|معفى|none)$/i;

/** A guarantee or fee; "néant" is none, that is 0. */
export const sumOrNone: Read = (cell) => {
  if (NONE.test(cellText(cell))) return said({ amount: 0 });
  const read = dirhams(cell, "");
  return read.ok ? said({ amount: read.value }) : read;
};

const asText =
  <T>(read: (printed: string) => Printed<T>): Read =>
  (cell) =>
    typeof cell === "string" ? read(cell) : unread("DAY_EXPECTED");

export const day: Read = asText(readDay);
export const moment: Read = asText(readMoment);
export const month: Read = asText(readMonth);
export const whole: Read = (cell) => readWhole(printedOf(cell));
export const year: Read = (cell) => readYearNumber(printedOf(cell));
export const share: Read = (cell) => readShare(printedOf(cell));
export const ice: Read = (cell) => readIce(printedOf(cell));
export const yesNo: Read = (cell) => readYesNo(cell);

/** A label of the format. */
export const label = <T extends string>(read: LabelReader<T>): Read =>
  Object.assign((cell: Exclude<Cell, null>) => read(cellText(cell)), { print: read.print });

/** Yes or no, or the mention itself as the notice prints it. */
export const reservation: Read = (cell) => {
  const read = readYesNo(cell);
  if (read.ok) return said({ reserved: read.value });
  const mention = one(cellText(cell));
  return mention.includes(" ") ? said({ noticeText: mention }) : read;
};
