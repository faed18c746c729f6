import type { InputError } from "../input-error.ts";
import { type CellProblem, cellProblem } from "./cell-problem.ts";
import { guessMapping, SAMPLE_ROWS } from "./guess-mapping.ts";
import type { Mapping, Profile } from "./mapping.ts";
import { isEmpty, isTotal, readColumns, type ReadColumn, readRow, type ReadRow } from "./read-row.ts";
import { TableError, type TableRow } from "./row.ts";
import type { Shape } from "./shapes.ts";

/** What comes out of a sheet: first how its columns were understood, then its rows. */
export type TableEvent =
  | { readonly kind: "mapping"; readonly mapping: Mapping }
  | ({ readonly kind: "row" } & ReadRow)
  /** A line of totals, which is no row. */
  | { readonly kind: "total"; readonly row: number }
  /** The sheet as a whole cannot be read, or not further. */
  | { readonly kind: "broken"; readonly problem: CellProblem };

const broken = (error: unknown): TableEvent => {
  if (!(error instanceof TableError)) throw error;
  return { kind: "broken", problem: cellProblem(error.code, { row: error.row }, error.value) };
};

function* readRows(
  rows: readonly TableRow[],
  mapping: Mapping,
  columns: readonly ReadColumn[],
): Generator<TableEvent> {
  for (const row of rows) {
    if (row.number <= mapping.headerRow || isEmpty(row)) continue;
    if (isTotal(row)) yield { kind: "total", row: row.number };
    else yield { kind: "row", ...readRow(row, mapping, columns) };
  }
}

function* begin(
  sample: readonly TableRow[],
  mapping: Mapping,
  columns: readonly ReadColumn[],
): Generator<TableEvent> {
  yield { kind: "mapping", mapping };
  yield* readRows(sample, mapping, columns);
}

const unheaded = (sample: readonly TableRow[]): TableEvent => ({
  kind: "broken",
  problem: cellProblem(sample.every(isEmpty) ? "SHEET_EMPTY" : "NO_HEADINGS", { row: null }),
});

/**
 * Reads the rows of a sheet by a mapping that is guessed from its headings, or that a profile says. Streams: only
 * the first rows are held. Nothing is thrown that the sheet is to blame for.
 */
export async function* readTable(
  rows: AsyncIterable<TableRow>,
  shape: Shape,
  profile: Profile | null = null,
): AsyncGenerator<TableEvent> {
  const sample: TableRow[] = [];
  let mapping: Mapping | null = null;
  let columns: readonly ReadColumn[] = [];
  try {
    for await (const row of rows) {
      if (mapping !== null) yield* readRows([row], mapping, columns);
      else if (sample.push(row) >= SAMPLE_ROWS) {
        mapping = guessMapping(shape, sample, profile);
        if (mapping === null) break;
        columns = readColumns(mapping);
        yield* begin(sample, mapping, columns);
      }
    }
    mapping ??= guessMapping(shape, sample, profile);
    if (mapping === null) yield unheaded(sample);
    else if (columns.length === 0) yield* begin(sample, mapping, readColumns(mapping));
  } catch (error) {
    yield broken(error);
  }
}

/** The errors of the format at the row and column that they come from. */
export const atColumns = (
  errors: readonly InputError[],
  row: number,
  columns: readonly ReadColumn[],
): readonly CellProblem[] =>
  errors.map(({ pointer, code, message }) => {
    const [column] = columns
      .filter(({ field }) => pointer === field.pointer || pointer.startsWith(`${field.pointer}/`))
      .toSorted((a, b) => b.field.pointer.length - a.field.pointer.length);
    const missing = code === "required" ? (/"(.*)"/.exec(message)?.[1] ?? "") : "";
    return cellProblem(code, { row, column: column?.heading ?? "", pointer }, missing, message);
  });
