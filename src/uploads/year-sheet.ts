import type { CellProblem } from "../intake/table/cell-problem.ts";
import type { MappedColumn, Profile } from "../intake/table/mapping.ts";
import { readOrderTable, readProgrammeTable } from "../intake/table/table-year.ts";
import { bytesSource } from "../intake/source/source.ts";

/** What a sheet holds: the forecast programme, or the purchase orders. */
export type SheetShape = "programme" | "purchaseOrders";

/** A sheet that was sent. */
export interface Sheet {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly shape: SheetShape;
}

/** A sheet, and how its columns are to be understood; null: by their headings alone. */
export interface AskedSheet extends Sheet {
  readonly profile: Profile | null;
}

/** What a sheet says of a year, how its columns were understood, and what could not be read. */
export interface ReadSheet {
  readonly sheet: Sheet;
  /** The part of the year's document that it holds. */
  readonly part: Readonly<Record<string, unknown>>;
  readonly columns: readonly MappedColumn[];
  readonly problems: readonly CellProblem[];
  readonly count: number;
  /** The sum of its amounts, in centimes. */
  readonly centimes: number;
}

const sumOf = (lines: readonly { readonly amount?: number }[]): number =>
  lines.reduce((sum, { amount = 0 }) => sum + Math.round(amount * 100), 0);

/** Reads a sheet by its headings; those of which a profile speaks as the profile says. */
export const readYearSheet = async ({ profile, ...sheet }: AskedSheet): Promise<ReadSheet> => {
  const source = bytesSource(sheet.name, sheet.bytes);
  const isOrders = sheet.shape === "purchaseOrders";
  const table = isOrders ? await readOrderTable(source, profile) : await readProgrammeTable(source, profile);
  return {
    sheet,
    part: isOrders ? { purchaseOrders: table.lines } : { entries: table.lines },
    columns: table.mapping?.columns ?? [],
    problems: table.problems,
    count: table.lines.length,
    centimes: sumOf(table.lines),
  };
};
