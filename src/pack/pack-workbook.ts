import { formatMonth } from "../domain/format-date.ts";
import type { PackContent } from "../usecases/packs.ts";
import type { Cell, Table } from "./table.ts";
import { tablesOf } from "./tables.ts";
import type { Writing } from "./writing.ts";
import type { Sheet, SheetCell } from "./xlsx/sheet-xml.ts";
import { writeWorkbook } from "./xlsx/write-workbook.ts";

/** Spreadsheets know no day before. */
const FIRST_DAY = "1900-03-01";

const text = (written: string): SheetCell => ({ kind: "text", text: written });

/** A value as a spreadsheet reckons with it. */
const sheetCell = (cell: Cell, { printer, language }: Writing): SheetCell => {
  switch (cell.kind) {
    case "word":
    case "ref":
      return text(cell.text);
    case "said":
      return text(
        typeof cell.text === "string"
          ? cell.text
          : (printer.localised(cell.text)?.text ?? printer.word("unknown")),
      );
    case "amount":
      return { kind: "amount", value: cell.centimes / 100 };
    case "count":
    case "share":
      return cell;
    case "day":
      return cell.day >= FIRST_DAY ? cell : text(cell.day);
    case "month":
      return text(formatMonth(cell.month, language));
    case "unknown":
      return text(printer.word("unknown"));
    default:
      return null;
  }
};

const sheetOf = ({ key, columns, rows, sum }: Table, about: string, writing: Writing): Sheet => ({
  name: writing.printer.word(`sheet_${key}`),
  above: [writing.printer.word(`title_${key}`), about, writing.printer.word(`note_${key}`)],
  columns,
  rows: rows.map((row) => row.map((cell) => sheetCell(cell, writing))),
  sum: sum?.map((cell) => sheetCell(cell, writing)) ?? null,
});

/** The pack of a year as a workbook in one language; amounts, days and shares are numbers to reckon with. */
export const packWorkbook = (content: PackContent, writing: Writing): Uint8Array => {
  const { printer, language } = writing;
  const { pack, buyer, asOf } = content;
  const about = [
    printer.fill("packTitle", { year: String(pack.year.year) }),
    `${printer.localised(pack.year.buyer.name)?.text ?? ""} (${buyer})`,
    printer.fill("asOf", { day: printer.date(asOf) }),
  ].join(" — ");
  const sheets = tablesOf(content, writing).map((table) => sheetOf(table, about, writing));
  return writeWorkbook(sheets, language === "ar");
};
