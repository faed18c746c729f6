import { strToU8, zipSync } from "fflate";

/** A cell of a test workbook: text, a number, or a number printed by a style. */
export type TestCell = string | number | null | { readonly value: number; readonly style: number };

const escape = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const nameOf = (column: number): string => String.fromCharCode(65 + column);

const cellXml = (cell: TestCell, reference: string, strings: string[]): string => {
  if (cell === null) return "";
  if (typeof cell === "number") return `<c r="${reference}"><v>${cell}</v></c>`;
  if (typeof cell === "object") return `<c r="${reference}" s="${cell.style}"><v>${cell.value}</v></c>`;
  strings.push(cell);
  return `<c r="${reference}" t="s"><v>${strings.length - 1}</v></c>`;
};

/** Style 1 of a test workbook prints a number as a day, style 2 as a day and an hour of its own format. */
export const DAY_STYLE = 1;
export const MOMENT_STYLE = 2;

const NAMESPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

/** The parts of a workbook of one sheet, as a spreadsheet writes them. */
export const workbookParts = (rows: readonly (readonly TestCell[])[]): Record<string, Uint8Array> => {
  const strings: string[] = [];
  const sheet = rows
    .map((cells, row) => {
      const xml = cells.map((cell, column) => cellXml(cell, `${nameOf(column)}${row + 1}`, strings)).join("");
      return `<row r="${row + 1}">${xml}</row>`;
    })
    .join("");
  return {
    "[Content_Types].xml": strToU8("<Types/>"),
    "xl/workbook.xml": strToU8(
      `<workbook ${NAMESPACE} xmlns:r="r"><sheets><sheet name="Caché" state="hidden" r:id="rId9"/><sheet name="Feuil1" r:id="rId1"/></sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    "xl/styles.xml": strToU8(
      `<styleSheet ${NAMESPACE}><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
    ),
    "xl/sharedStrings.xml": strToU8(
      `<sst ${NAMESPACE}>${strings.map((text) => `<si><t>${escape(text)}</t></si>`).join("")}</sst>`,
    ),
    "xl/worksheets/sheet1.xml": strToU8(
      `<worksheet ${NAMESPACE}><sheetData>${sheet}</sheetData></worksheet>`,
    ),
  };
};

/** A workbook as bytes. */
export const workbook = (rows: readonly (readonly TestCell[])[]): Uint8Array => zipSync(workbookParts(rows));
