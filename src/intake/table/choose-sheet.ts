import type { Source } from "../source/source.ts";
import { readWorkbook, type Workbook } from "../xlsx/workbook.ts";
import { xlsxRows } from "../xlsx/xlsx-rows.ts";
import { openZip } from "../xlsx/zip.ts";
import { guessMapping, SAMPLE_ROWS, weightOf } from "./guess-mapping.ts";
import type { Profile } from "./mapping.ts";
import type { TableRow } from "./row.ts";
import type { Shape } from "./shapes.ts";

/** The sheet that is read, and the visible ones that are not. */
export interface ChosenSheet {
  /** undefined: the first. */
  readonly sheet: string | undefined;
  readonly others: readonly string[];
}

const workbookOf = async (source: Source): Promise<Workbook> => {
  const zip = await openZip(source);
  try {
    return await readWorkbook(zip);
  } finally {
    zip.close();
  }
};

const firstRows = async (rows: AsyncIterable<TableRow>): Promise<readonly TableRow[]> => {
  const first: TableRow[] = [];
  for await (const row of rows) if (first.push(row) >= SAMPLE_ROWS) break;
  return first;
};

/**
 * The sheet of a workbook that a profile names, else the one whose headings say most: a cover or a legend may stand
 * before it.
 * @throws TableError NOT_A_WORKBOOK and what `xlsxRows` throws
 */
export const chooseSheet = async (
  source: Source,
  shape: Shape,
  profile: Profile | null,
): Promise<ChosenSheet> => {
  const names = (await workbookOf(source)).sheets.map(({ name }) => name);
  const asked = profile?.sheet;
  const rest = (sheet: string | undefined): ChosenSheet => ({
    sheet,
    others: sheet === undefined ? [] : names.filter((name) => name !== sheet),
  });
  if (asked !== undefined || names.length < 2) return rest(asked);
  let best: { readonly name: string; readonly weight: number } | undefined;
  for (const name of names) {
    const mapping = guessMapping(shape, await firstRows(xlsxRows(source, name)), profile);
    const weight = mapping === null ? 0 : weightOf(mapping.columns);
    if (best === undefined || weight > best.weight) best = { name, weight };
  }
  return rest(best?.name);
};
