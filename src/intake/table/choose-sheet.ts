import type { OpenWorkbook } from "../xlsx/open-workbook.ts";
import { guessMapping, SAMPLE_ROWS, weightOf } from "./guess-mapping.ts";
import type { Profile } from "./mapping.ts";
import type { TableRow } from "./row.ts";
import type { Shape } from "./shapes.ts";

const firstRows = async (rows: AsyncIterable<TableRow>): Promise<readonly TableRow[]> => {
  const first: TableRow[] = [];
  for await (const row of rows) if (first.push(row) >= SAMPLE_ROWS) break;
  return first;
};

/**
 * The sheet of a workbook that a profile names, else the one whose headings say most: a cover or a legend may stand
 * before it. undefined: there is none.
 * @throws TableError what reading a sheet throws
 */
export const chooseSheet = async (
  { names, rows }: OpenWorkbook,
  shape: Shape,
  profile: Profile | null,
): Promise<string | undefined> => {
  if (profile?.sheet !== undefined || names.length < 2) return profile?.sheet ?? names[0];
  let best = { name: names[0], weight: 0 };
  for (const name of names) {
    const mapping = guessMapping(shape, await firstRows(rows(name)), profile);
    const weight = mapping === null ? 0 : weightOf(mapping.columns);
    if (weight > best.weight) best = { name, weight };
  }
  return best.name;
};
