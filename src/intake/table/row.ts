/**
 * What a cell holds; a date cell of a spreadsheet comes as ISO text without offset, an error as its text (`#REF!`).
 * null = empty.
 */
export type Cell = string | number | boolean | null;

/** One row of a sheet. */
export interface TableRow {
  /** As a spreadsheet numbers it, from 1. */
  readonly number: number;
  readonly cells: readonly Cell[];
  /** Are cells told apart by a separator alone, so that one too many may have shifted the others? */
  readonly isSeparated?: boolean;
}

/** Bounds of any sheet: those of the spreadsheets themselves, and of a memory. */
export const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 512;
/** Characters of a cell. */
export const LONGEST_CELL = 32_767;

/** A sheet that cannot be read as a whole. */
export class TableError extends Error {
  readonly code: string;
  readonly row: number | null;
  /** The words or figures that its reason quotes. */
  readonly value: string;

  constructor(code: string, value = "", row: number | null = null) {
    super(`${code} ${value}`);
    this.name = "TableError";
    this.code = code;
    this.value = value;
    this.row = row;
  }
}

/** A cell as a person reads it; empty when there is nothing. */
export const cellText = (cell: Cell | undefined): string =>
  cell === null || cell === undefined ? "" : String(cell).trim();

/** Stands for the value of a formula that no spreadsheet has worked out yet. */
export const NOT_WORKED_OUT = "#FORMULA!";
const CELL_ERROR =
  /^#(?:(?:REF|VALUE|VALEUR|NUM|NOMBRE|NULL|NUL|SPILL|CALC|FORMULA)!|DIV\/0!|NAME\?|NOM\?|N\/A)$/i;

/** Does the cell hold an error of its spreadsheet, English or French, in place of a value? */
export const isCellError = (cell: Cell | undefined): boolean =>
  typeof cell === "string" && CELL_ERROR.test(cell.trim());
