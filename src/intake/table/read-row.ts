import { isNothing } from "../printed/plain-text.ts";
import { type CellProblem, cellProblem } from "./cell-problem.ts";
import type { Draft, Field } from "./field.ts";
import type { Mapping } from "./mapping.ts";
import { cellText, isCellError, type TableRow } from "./row.ts";
import { fieldOf } from "./shapes.ts";

/** A mapped column with its field at hand. */
export interface ReadColumn {
  readonly index: number;
  readonly heading: string;
  readonly field: Field;
}

/** The columns that are read. */
export const readColumns = ({ shape, columns }: Mapping): readonly ReadColumn[] =>
  columns.flatMap(({ index, heading, field }) => {
    const known = field === null ? undefined : fieldOf(shape, field);
    return known === undefined ? [] : [{ index, heading, field: known }];
  });

/** What a row gave: the values it could be read to, and every cell that could not. */
export interface ReadRow {
  readonly row: number;
  readonly draft: Draft;
  readonly problems: readonly CellProblem[];
}

const readConstants = ({ shape, constants }: Mapping, row: number, draft: Draft): readonly CellProblem[] =>
  Object.entries(constants).flatMap(([key, printed]) => {
    const field = fieldOf(shape, key);
    if (field === undefined || printed === "") return [];
    const read = field.read(printed, key);
    if (read.ok) {
      field.put(draft, read.value);
      return [];
    }
    return [cellProblem(read.problem, { row, column: key, pointer: field.pointer }, printed)];
  });

/** A row of separated cells that has more of them than the headings: a separator inside a value shifts the rest. */
const overflow = ({ number, cells, isSeparated }: TableRow, { width }: Mapping): readonly CellProblem[] => {
  const extra = cells
    .slice(width)
    .map(cellText)
    .find((text) => text !== "");
  if (isSeparated !== true || extra === undefined) return [];
  return [cellProblem("ROW_TOO_LONG", { row: number }, extra)];
};

/** A row by its mapping: the constants first, then each cell that holds something. */
export const readRow = (row: TableRow, mapping: Mapping, columns: readonly ReadColumn[]): ReadRow => {
  const { number, cells } = row;
  const draft: Draft = {};
  const problems = [...overflow(row, mapping), ...readConstants(mapping, number, draft)];
  for (const { index, heading, field } of columns) {
    const cell = cells[index];
    if (cell === null || cell === undefined || isNothing(cellText(cell))) continue;
    const tell = (code: string): void => {
      problems.push(
        cellProblem(code, { row: number, column: heading, pointer: field.pointer }, cellText(cell)),
      );
    };
    const read = isCellError(cell) ? null : field.read(cell, heading);
    if (read === null) tell("CELL_ERROR");
    else if (read.ok) field.put(draft, read.value);
    else tell(read.problem);
  }
  return { row: number, draft, problems };
};

const TOTAL = /^(?:sous[ -]?total|total|totaux|grand total|المجموع|مجموع|المجموع العام)/iu;

/** A line of totals is no row of the table: nothing but a total's word and sums. */
export const isTotal = ({ cells }: TableRow): boolean => {
  const texts = cells.filter(
    (cell) =>
      typeof cell === "string" &&
      cell.trim() !== "" &&
      !isCellError(cell) &&
      !/^[\d\s.,٠-٩٫٬]+(?:dhs?)?$/i.test(cell),
  );
  return texts.length === 1 && TOTAL.test(cellText(texts[0]));
};

export const isEmpty = ({ cells }: TableRow): boolean => cells.every((cell) => cellText(cell) === "");
