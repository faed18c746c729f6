import { csvRows } from "../csv/csv-rows.ts";
import type { Reader, ReaderOptions } from "../readers.ts";
import type { Source } from "../source/source.ts";
import { isOldWorkbook, isZip } from "../xlsx/is-zip.ts";
import { xlsxRows } from "../xlsx/xlsx-rows.ts";
import { type CellProblem, cellProblem } from "./cell-problem.ts";
import { chooseSheet } from "./choose-sheet.ts";
import type { Profile } from "./mapping.ts";
import { TableError, type TableRow } from "./row.ts";
import type { Shape } from "./shapes.ts";
import { tableTenders } from "./table-tenders.ts";

const profileIn = (options: ReaderOptions | undefined): Profile | null => options?.profile ?? null;

const separated = (source: Source, profile: Profile | null): AsyncGenerator<TableRow> =>
  csvRows(source, {
    ...(profile?.encoding === undefined ? {} : { encoding: profile.encoding }),
    ...(profile?.delimiter === undefined ? {} : { delimiter: profile.delimiter }),
  });

/** The rows of a sheet, and the names of the other sheets of its workbook. */
interface SheetRows {
  readonly rows: AsyncIterable<TableRow>;
  readonly others: readonly string[];
}

/** Rows that tell when they are asked for what kept the workbook from being opened. */
// oxlint-disable-next-line require-yield
async function* broken(error: unknown): AsyncGenerator<TableRow> {
  throw error;
}

/** A CSV file or a workbook, whichever the bytes are; of a workbook, the sheet that fits the shape best. */
export const openSheet = async (
  source: Source,
  shape: Shape,
  profile: Profile | null,
): Promise<SheetRows> => {
  if (await isOldWorkbook(source)) return { rows: broken(new TableError("NOT_A_WORKBOOK")), others: [] };
  if (!(await isZip(source))) return { rows: separated(source, profile), others: [] };
  try {
    const { sheet, others } = await chooseSheet(source, shape, profile);
    return { rows: xlsxRows(source, sheet), others };
  } catch (error) {
    return { rows: broken(error), others: [] };
  }
};

const toldOf = (others: readonly string[]): readonly CellProblem[] =>
  others.length === 0 ? [] : [cellProblem("SHEETS_UNREAD", { row: null }, others.join(", "))];

/** Tenders of a CSV file or of an XLSX workbook; headings are guessed, or known by a profile. */
export const readTableFile: Reader = async function* readTableFile(source, options) {
  const profile = profileIn(options);
  const { rows, others } = await openSheet(source, "tender", profile);
  yield* tableTenders(rows, profile, options?.onMapping, toldOf(others));
};
