import { archive } from "../archive.ts";
import { NAMESPACE, type Sheet, sheetXml, xmlText } from "./sheet-xml.ts";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const FORMATS =
  '<numFmts count="2"><numFmt numFmtId="164" formatCode="#,##0.00"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/></numFmts>';
const FONTS =
  '<fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="14"/><name val="Calibri"/></font></fonts>';
const FILLS =
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8F1F2"/><bgColor indexed="64"/></patternFill></fill></fills>';
const BORDERS = '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>';

const style = (format: number, font: number, rest = ""): string =>
  `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"${rest}`;
const WRAPPED = ' applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>';
const TOP = ' applyAlignment="1"><alignment vertical="top"/></xf>';

/** Figures in a font: text, (head, formula), amount, count, share, day. */
const figures = (font: number): string =>
  [164, 3, 10, 165].map((format) => style(format, font, TOP)).join("");

/** In the order of STYLE: 0–6, a title, then texts and figures in bold. */
const STYLES = `${HEAD}<styleSheet xmlns="${NAMESPACE}">${FORMATS}${FONTS}${FILLS}${BORDERS}<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="15">${style(0, 0, WRAPPED)}${style(0, 1, WRAPPED).replace('fillId="0"', 'fillId="2" applyFill="1"')}${style(0, 0, ` quotePrefix="1"${WRAPPED}`)}${figures(0)}${style(0, 2, "/>")}${style(0, 1, WRAPPED)}${style(0, 1, WRAPPED)}${style(0, 1, WRAPPED)}${figures(1)}</cellXfs></styleSheet>`;

const partsOf = (sheets: readonly Sheet[], isRightToLeft: boolean): Readonly<Record<string, string>> => {
  const numbers = sheets.map((_, index) => index + 1);
  const overrides = numbers
    .map(
      (number) =>
        `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
    )
    .join("");
  const links = numbers
    .map(
      (number) =>
        `<Relationship Id="rId${number}" Type="${RELATIONSHIPS}/worksheet" Target="worksheets/sheet${number}.xml"/>`,
    )
    .join("");
  const names = sheets
    .map(
      ({ name }, index) => `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
    )
    .join("");
  return {
    "[Content_Types].xml": `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${overrides}</Types>`,
    "_rels/.rels": `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${HEAD}<workbook xmlns="${NAMESPACE}" xmlns:r="${RELATIONSHIPS}"><bookViews><workbookView/></bookViews><sheets>${names}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${links}<Relationship Id="rId${sheets.length + 1}" Type="${RELATIONSHIPS}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": STYLES,
    ...Object.fromEntries(
      sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet, isRightToLeft)]),
    ),
  };
};

/** A workbook of sheets that are only read: no formula, no link, no macro. The same sheets give the same bytes. */
export const writeWorkbook = (sheets: readonly Sheet[], isRightToLeft: boolean): Uint8Array =>
  archive(
    Object.entries(partsOf(sheets, isRightToLeft)).map(([name, xml]) => ({ name, bytes: Buffer.from(xml) })),
  );
