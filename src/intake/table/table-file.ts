import { csvRows } from "../csv/csv-rows.ts";
import type { Reader, ReaderOptions } from "../readers.ts";
import type { Source } from "../source/source.ts";
import { isOldWorkbook, isZip } from "../xlsx/is-zip.ts";
import { openWorkbook } from "../xlsx/open-workbook.ts";
import { type CellProblem, cellProblem } from "./cell-problem.ts";
import { chooseSheet } from "./choose-sheet.ts";
import type { Profile } from "./mapping.ts";
import { TableError, type TableRow } from "./row.ts";
import type { Shape } from "./shapes.ts";
import { tableTenders } from "./table-tenders.ts";

const profileIn = (options: ReaderOptions | undefined): Profile | null => options?.profile ?? null;

/**
 * The rows of a CSV file or of a workbook, whichever the bytes are; of a workbook, those of the sheet that fits the
 * shape best.
 * @param onOthers hears of the names of the other sheets, before the first row
 * @throws TableError
 */
export async function* sheetRows(
  source: Source,
  shape: Shape,
  profile: Profile | null,
  onOthers: (names: readonly string[]) => void = () => undefined,
): AsyncGenerator<TableRow> {
  if (await isOldWorkbook(source)) throw new TableError("NOT_A_WORKBOOK");
  if (!(await isZip(source))) {
    yield* csvRows(source, {
      ...(profile?.encoding === undefined ? {} : { encoding: profile.encoding }),
      ...(profile?.delimiter === undefined ? {} : { delimiter: profile.delimiter }),
    });
    return;
  }
  const workbook = await openWorkbook(source);
  try {
    const sheet = await chooseSheet(workbook, shape, profile);
    onOthers(workbook.names.filter((name) => name !== sheet));
    yield* workbook.rows(sheet);
  } finally {
    workbook.close();
  }
}

const toldOf = (others: readonly string[]): readonly CellProblem[] =>
  others.length === 0 ? [] : [cellProblem("SHEETS_UNREAD", { row: null }, others.join(", "))];

/** Tenders of a CSV file or of an XLSX workbook; headings are guessed, or known by a profile. */
export const readTableFile: Reader = (source, options) => {
  const profile = profileIn(options);
  const unread: CellProblem[] = [];
  const rows = sheetRows(source, "tender", profile, (others) => unread.push(...toldOf(others)));
  return tableTenders(rows, profile, options?.onMapping, unread);
};
