import { strToU8, zipSync } from "fflate";

/** A cell of a test workbook: text, a number, a number printed by a style, or what stands inside `<c>`. */
export type TestCell =
  | string
  | number
  | null
  | { readonly value: number; readonly style: number }
  | { readonly type: string; readonly xml: string };

const escape = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const nameOf = (column: number): string => String.fromCharCode(65 + column);

const cellXml = (cell: TestCell, reference: string, strings: string[]): string => {
  if (cell === null) return "";
  if (typeof cell === "number") return `<c r="${reference}"><v>${cell}</v></c>`;
  if (typeof cell === "object" && "xml" in cell)
    return `<c r="${reference}" t="${cell.type}">${cell.xml}</c>`;
  if (typeof cell === "object") return `<c r="${reference}" s="${cell.style}"><v>${cell.value}</v></c>`;
  strings.push(cell);
  return `<c r="${reference}" t="s"><v>${strings.length - 1}</v></c>`;
};

/** Style 1 of a test workbook prints a number as a day, style 2 as a day and an hour of its own format. */
export const DAY_STYLE = 1;
export const MOMENT_STYLE = 2;

const NAMESPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

/** The parts of a workbook as a spreadsheet writes them: the sheet Feuil1, those behind it, and a hidden one. */
export const workbookParts = (
  rows: readonly (readonly TestCell[])[],
  ...more: readonly (readonly (readonly TestCell[])[])[]
): Record<string, Uint8Array> => {
  const strings: string[] = [];
  const sheets = [rows, ...more].map((each) =>
    each
      .map((cells, row) => {
        const xml = cells
          .map((cell, column) => cellXml(cell, `${nameOf(column)}${row + 1}`, strings))
          .join("");
        return `<row r="${row + 1}">${xml}</row>`;
      })
      .join(""),
  );
  const numbers = sheets.map((_sheet, index) => index + 1);
  const tabs = numbers.map((number) => `<sheet name="Feuil${number}" r:id="rId${number}"/>`).join("");
  const relations = numbers
    .map((number) => `<Relationship Id="rId${number}" Target="worksheets/sheet${number}.xml"/>`)
    .join("");
  return {
    "[Content_Types].xml": strToU8("<Types/>"),
    "xl/workbook.xml": strToU8(
      `<workbook ${NAMESPACE} xmlns:r="r"><sheets><sheet name="Caché" state="hidden" r:id="rId99"/>${tabs}</sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": strToU8(`<Relationships>${relations}</Relationships>`),
    "xl/styles.xml": strToU8(
      `<styleSheet ${NAMESPACE}><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
    ),
    "xl/sharedStrings.xml": strToU8(
      `<sst ${NAMESPACE}>${strings.map((text) => `<si><t>${escape(text)}</t></si>`).join("")}</sst>`,
    ),
    ...Object.fromEntries(
      sheets.map((sheet, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        strToU8(`<worksheet ${NAMESPACE}><sheetData>${sheet}</sheetData></worksheet>`),
      ]),
    ),
  };
};

/** A workbook as bytes. */
export const workbook = (...sheets: Parameters<typeof workbookParts>): Uint8Array =>
  zipSync(workbookParts(...sheets));
