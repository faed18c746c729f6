import { BYTE_ORDER_MARK, csvLine } from "../../intake/csv/write-csv.ts";
import type { TenderDocument } from "../../intake/schema/tender-schema.ts";
import { one } from "../../intake/table/cell-readers.ts";
import type { Draft } from "../../intake/table/field.ts";
import { finishTender } from "../../intake/table/finish-tender.ts";
import type { Cell } from "../../intake/table/row.ts";
import { TENDER_FIELDS } from "../../intake/table/tender-fields.ts";
import { layFlat } from "./lay-flat.ts";
import { printCell } from "./print-cell.ts";

/** The lines of a call, and what it says that the columns have no place for, as pointers with `*` for an index. */
export interface TableLines {
  readonly lines: readonly string[];
  readonly unplaced: readonly string[];
}

/** A title has a column for each language; of all else the first language is printed. */
const COLUMNS = TENDER_FIELDS.filter(({ key }) => key !== "title");

/** The first line: the French headings that an import knows. */
export const headingLine = (): string =>
  BYTE_ORDER_MARK + csvLine(COLUMNS.map(({ headings: [first] }) => first));

const leavesOf = (value: unknown, pointer: string): readonly string[] =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, inner]) =>
        leavesOf(inner, `${pointer}/${Array.isArray(value) ? "*" : key}`),
      )
    : [`${pointer}\u0000${typeof value === "string" ? one(value) : JSON.stringify(value)}`];

const readAgain = (cells: readonly Cell[]): Draft => {
  const draft: Draft = {};
  for (const [
    index,
    {
      read,
      put,
      headings: [heading = ""],
    },
  ] of COLUMNS.entries()) {
    const cell = cells[index] ?? null;
    const again = cell === null ? null : read(String(cell), heading);
    if (again?.ok === true) put(draft, again.value);
  }
  return draft;
};

/** What is not among the leaves of the document as it would be read again. */
const unplacedOf = (document: TenderDocument, rows: readonly (readonly Cell[])[]): readonly string[] => {
  const kept = new Set(leavesOf(finishTender(rows.map(readAgain), true), ""));
  const lost = leavesOf(document, "").filter((leaf) => !kept.has(leaf));
  return [...new Set(lost.map((leaf) => leaf.split("\u0000")[0] ?? ""))];
};

/**
 * A call as lines of a table that an import reads: one, or one for each of its lots. What would be read as something
 * else than what the call says is left out, and told.
 */
export const tenderLines = (document: TenderDocument): TableLines => {
  const rows = layFlat(document).map((draft) => COLUMNS.map((field) => printCell(draft, field)));
  return { lines: rows.map((cells) => csvLine(cells)), unplaced: unplacedOf(document, rows) };
};
