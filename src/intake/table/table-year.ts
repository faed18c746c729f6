import { acceptYear } from "../read-year.ts";
import type { YearDocument } from "../schema/year-schema.ts";
import type { Source } from "../source/source.ts";
import { type CellProblem, cellProblem } from "./cell-problem.ts";
import type { Mapping, Profile } from "./mapping.ts";
import { atColumns, readTable } from "./read-table.ts";
import { readColumns, type ReadRow } from "./read-row.ts";
import { sheetRows } from "./table-file.ts";

type Entry = NonNullable<YearDocument["entries"]>[number];
type Order = NonNullable<YearDocument["purchaseOrders"]>[number];

/** The lines of a sheet of a buyer's year, how its columns were understood, and what could not be read. */
export interface YearTable<T> {
  readonly lines: readonly T[];
  /** The row of each line. */
  readonly rows: readonly number[];
  readonly mapping: Mapping | null;
  readonly problems: readonly CellProblem[];
}

/** More lines than any buyer has in a year: the format's own bound. */
const MOST_LINES = 2000;

const YEAR = { buyer: { name: { fr: "–" } }, year: 2026 };

/** What the format says of one line, at the row and column it comes from. */
const wrongIn = (
  list: "entries" | "purchaseOrders",
  { row, draft }: ReadRow,
  mapping: Mapping,
): readonly CellProblem[] => {
  const read = acceptYear({ ...YEAR, [list]: [draft] });
  if (read.ok) return [];
  const inLine = read.errors.map((error) => ({ ...error, pointer: error.pointer.replace(`/${list}/0`, "") }));
  return atColumns(inLine, row, readColumns(mapping));
};

const readYearTable = async <T>(
  source: Source,
  shape: "programme" | "purchaseOrders",
  profile: Profile | null,
): Promise<YearTable<T>> => {
  const lines: T[] = [];
  const rows: number[] = [];
  const problems: CellProblem[] = [];
  let mapping: Mapping | null = null;
  const list = shape === "programme" ? "entries" : "purchaseOrders";
  for await (const event of readTable(sheetRows(source, shape, profile), shape, profile)) {
    if (event.kind === "mapping") mapping = event.mapping;
    else if (event.kind === "broken") problems.push(event.problem);
    else if (event.kind === "row" && mapping !== null) {
      const wrong = event.problems.length > 0 ? event.problems : wrongIn(list, event, mapping);
      problems.push(...wrong);
      if (wrong.length > 0) continue;
      lines.push(event.draft as T);
      rows.push(event.row);
    }
    if (lines.length + problems.length <= MOST_LINES) continue;
    problems.push(cellProblem("TOO_MANY_LINES", { row: rows.at(-1) ?? null }, String(MOST_LINES)));
    break;
  }
  return { lines, rows, mapping, problems };
};

/**
 * A year's forecast programme from a CSV file or a workbook → `entries` of the year's document. A line with a cell
 * that cannot be read is left out and told in `problems`, so that the caller decides whether the rest may stand.
 * @param profile how such a sheet was read before; null to guess from the headings
 */
export const readProgrammeTable = (
  source: Source,
  profile: Profile | null = null,
): Promise<YearTable<Entry>> => readYearTable(source, "programme", profile);

/** A year's purchase orders from a CSV file or a workbook → `purchaseOrders` of the year's document; see `readProgrammeTable`. */
export const readOrderTable = (source: Source, profile: Profile | null = null): Promise<YearTable<Order>> =>
  readYearTable(source, "purchaseOrders", profile);
