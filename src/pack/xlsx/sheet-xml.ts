// SpreadsheetML (ECMA-376): one sheet, its texts inside its cells, nothing that is reckoned when it is opened.

/** A value of a sheet; null: nothing stands there. */
export type SheetCell =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "amount" | "count" | "share"; readonly value: number }
  /** An ISO day of 1900-03-01 or later. */
  | { readonly kind: "day"; readonly day: string }
  | null;

/** One sheet of a workbook. */
export interface Sheet {
  /** At most 31 characters, none of `[]:*?/\`. */
  readonly name: string;
  /** Lines above the heads of the columns. */
  readonly above: readonly string[];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly SheetCell[])[];
  /** The last line, in bold; null: none. */
  readonly sum: readonly SheetCell[] | null;
}

export const NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** Places in `cellXfs` of the workbook's styles; a sum is the same in bold. */
export const STYLE = {
  text: 0,
  head: 1,
  formula: 2,
  amount: 3,
  count: 4,
  share: 5,
  day: 6,
  title: 7,
  bold: 8,
} as const;

/** A spreadsheet takes no longer text in one cell. */
const LONGEST_TEXT = 32_767;
const DAY_MS = 86_400_000;
/** Spreadsheets count days from 1899-12-30. */
const EPOCH = Date.UTC(1899, 11, 30);
const LEAST_WIDTH = 10;
const MOST_WIDTH = 60;

/** A text that begins so becomes a formula as soon as somebody edits its cell, or saves the sheet as CSV. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;
// oxlint-disable-next-line no-control-regex -- XML 1.0 has no place for these characters
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** Text as XML; what a spreadsheet would read as an escape of its own (`_x0041_`) stays what it is. */
export const xmlText = (text: string): string =>
  text
    .slice(0, LONGEST_TEXT)
    .toWellFormed()
    .replaceAll(FORBIDDEN, "")
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

/** 0 → `A`, 26 → `AA`. */
const columnName = (column: number): string =>
  (column < 26 ? "" : columnName(Math.trunc(column / 26) - 1)) + String.fromCodePoint(65 + (column % 26));

const textXml = (at: string, text: string, style: number): string =>
  `<c r="${at}" s="${FORMULA.test(text) ? STYLE.formula : style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;

const cellXml = (cell: SheetCell, at: string, isSum: boolean): string => {
  if (cell === null) return "";
  const bold = isSum ? STYLE.bold : 0;
  if (cell.kind === "text") return textXml(at, cell.text, STYLE.text + bold);
  const value = cell.kind === "day" ? (Date.parse(cell.day) - EPOCH) / DAY_MS : cell.value;
  return `<c r="${at}" s="${STYLE[cell.kind] + bold}"><v>${value}</v></c>`;
};

const rowXml = (number: number, cells: readonly string[]): string =>
  `<row r="${number}">${cells.join("")}</row>`;

const widthOf = (cell: SheetCell): number => {
  if (cell === null) return 0;
  return cell.kind === "text" ? cell.text.length : cell.kind === "count" ? LEAST_WIDTH : 16;
};

const columnsXml = ({ columns, rows, sum }: Sheet): string =>
  columns
    .map((heading, column) => {
      const longest = [...rows, sum ?? []].reduce(
        (width, row) => Math.max(width, widthOf(row[column] ?? null)),
        heading.length,
      );
      const width = Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, longest + 2));
      return `<col min="${column + 1}" max="${column + 1}" width="${width}" customWidth="1"/>`;
    })
    .join("");

/** A sheet as XML, the heads of its columns kept in sight. */
export const sheetXml = (sheet: Sheet, isRightToLeft: boolean): string => {
  const { above, columns, rows, sum } = sheet;
  const head = above.length + 1;
  const lines = [
    ...above.map((text, index) =>
      rowXml(index + 1, [textXml(`A${index + 1}`, text, index === 0 ? STYLE.title : STYLE.text)]),
    ),
    rowXml(
      head,
      columns.map((text, column) => textXml(`${columnName(column)}${head}`, text, STYLE.head)),
    ),
    ...[...rows, ...(sum === null ? [] : [sum])].map((row, index) => {
      const number = head + 1 + index;
      return rowXml(
        number,
        row.map((cell, column) => cellXml(cell, `${columnName(column)}${number}`, index === rows.length)),
      );
    }),
  ];
  const direction = isRightToLeft ? ' rightToLeft="1"' : "";
  const pane = `<pane ySplit="${head}" topLeftCell="A${head + 1}" activePane="bottomLeft" state="frozen"/>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="${NAMESPACE}"><sheetViews><sheetView workbookViewId="0"${direction}>${pane}</sheetView></sheetViews><cols>${columnsXml(sheet)}</cols><sheetData>${lines.join("")}</sheetData></worksheet>`;
};
