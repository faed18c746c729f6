import { csvRows } from "../csv/csv-rows.ts";
import type { Reader, ReaderOptions } from "../readers.ts";
import type { Source } from "../source/source.ts";
import { isZip } from "../xlsx/is-zip.ts";
import { xlsxRows } from "../xlsx/xlsx-rows.ts";
import type { Profile } from "./mapping.ts";
import type { TableRow } from "./row.ts";
import { tableTenders } from "./table-tenders.ts";

const profileIn = (options: ReaderOptions | undefined): Profile | null => options?.profile ?? null;

/** The rows of a CSV file or of a workbook, whichever the bytes are. */
export async function* sheetRows(source: Source, profile: Profile | null): AsyncGenerator<TableRow> {
  if (await isZip(source)) yield* xlsxRows(source, profile?.sheet);
  else
    yield* csvRows(source, {
      ...(profile?.encoding === undefined ? {} : { encoding: profile.encoding }),
      ...(profile?.delimiter === undefined ? {} : { delimiter: profile.delimiter }),
    });
}

/** Tenders of a CSV file or of an XLSX workbook; headings are guessed, or known by a profile. */
export const readTableFile: Reader = (source, options) =>
  tableTenders(sheetRows(source, profileIn(options)), profileIn(options), options?.onMapping);
