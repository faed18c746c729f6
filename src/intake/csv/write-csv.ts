// A cell that begins like a formula is run by the spreadsheet that opens the file: an apostrophe before it keeps it
// text. Every text is in quotes, so that nothing in it can end the cell.

const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

/** One cell: numbers stay numbers, text is quoted, a formula is made harmless. */
export const csvCell = (value: string | number | boolean | null | undefined): string => {
  if (value === null || value === undefined || value === "") return "";
  if (typeof value !== "string") return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
};

/** One line with its end (RFC 4180). */
export const csvLine = (
  values: readonly (string | number | boolean | null | undefined)[],
  delimiter = ",",
): string => `${values.map(csvCell).join(delimiter)}\r\n`;

/** Before the first line: spreadsheets read Arabic and accents only when the file says that it is UTF-8. */
export const BYTE_ORDER_MARK = "\uFEFF";
