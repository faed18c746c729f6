import { acceptBuilt } from "../read-tender.ts";
import type { Imported } from "../readers.ts";
import { type CellProblem, cellProblem } from "./cell-problem.ts";
import { callKey, finishTender, goesOn, hasLot, sharedPart } from "./finish-tender.ts";
import type { Mapping, Profile } from "./mapping.ts";
import { atColumns, readTable } from "./read-table.ts";
import { readColumns, type ReadColumn, type ReadRow } from "./read-row.ts";
import type { TableRow } from "./row.ts";

/** Most rows of one call: as many lots as the format takes. */
const MOST_LOTS = 200;
const PRESS: ReadonlySet<string> = new Set(["newspaper.ar", "newspaper.fr"]);

const disagreement = (rows: readonly ReadRow[], columns: readonly ReadColumn[]): readonly CellProblem[] => {
  const [first, ...others] = rows;
  if (first === undefined) return [];
  const told = sharedPart(first.draft);
  return others.flatMap(({ row, draft }) =>
    Object.entries(sharedPart(draft)).flatMap(([key, value]) => {
      if (told[key] === undefined || JSON.stringify(told[key]) === JSON.stringify(value)) return [];
      const column = columns.find(({ field }) => field.pointer.split("/")[1] === key)?.heading ?? "";
      return [cellProblem("LOTS_DISAGREE", { row, column, pointer: `/${key}` }, JSON.stringify(value))];
    }),
  );
};

const importOf = (rows: readonly ReadRow[], mapping: Mapping, columns: readonly ReadColumn[]): Imported => {
  const [first] = rows;
  const row = first?.row ?? 0;
  const at = rows.length === 1 ? `row ${row}` : `rows ${row}–${rows.at(-1)?.row}`;
  const problems = [...rows.flatMap((each) => each.problems), ...disagreement(rows, columns)];
  if (problems.length > 0) return { at, read: { ok: false, errors: problems }, unmapped: [] };
  const hasPress = mapping.columns.some(({ field }) => PRESS.has(field ?? ""));
  const read = acceptBuilt(
    finishTender(
      rows.map(({ draft }) => draft),
      hasPress,
    ),
  );
  return {
    at,
    read: read.ok ? read : { ok: false, errors: atColumns(read.errors, row, columns) },
    unmapped: [],
  };
};

const unmappedOf = ({ columns, headerRow }: Mapping): readonly CellProblem[] =>
  columns
    .filter(({ field }) => field === null)
    .map(({ heading }) => cellProblem("COLUMN_UNMAPPED", { row: headerRow, column: heading }, heading));

/** The sheet as a whole cannot be read, or not further than a row. */
const refused = (problem: CellProblem): Imported => ({
  at: problem.row === null ? "" : `row ${problem.row}`,
  read: { ok: false, errors: [problem] },
  unmapped: [],
});

/** Told once the headings are understood, before the first row. */
export type OnMapping = (mapping: Mapping) => void;

/**
 * The tenders of a sheet: a row each, or consecutive rows of one reference and buyer that have a lot each. A call
 * with a cell that cannot be read is refused whole, with every cell's reason; half a tender would be a false one.
 * @param unread what else of the file is told with the first call; filled by the time the headings are read
 */
export async function* tableTenders(
  rows: AsyncIterable<TableRow>,
  profile: Profile | null,
  onMapping: OnMapping = () => undefined,
  unread: readonly CellProblem[] = [],
): AsyncGenerator<Imported> {
  let mapping: Mapping | null = null;
  let columns: readonly ReadColumn[] = [];
  let held: ReadRow[] = [];
  let isEmpty = true;
  // Columns without a place are told once, with the first call.
  let untold: readonly CellProblem[] = [];
  const give = (): readonly Imported[] => {
    const group = held;
    held = [];
    if (group.length === 0 || mapping === null) return [];
    const unmapped = untold;
    untold = [];
    return [{ ...importOf(group, mapping, columns), unmapped }];
  };
  for await (const event of readTable(rows, "tender", profile)) {
    if (event.kind === "mapping") {
      mapping = event.mapping;
      columns = readColumns(mapping);
      onMapping(mapping);
      untold = [...unmappedOf(mapping), ...unread];
    } else if (event.kind === "row") {
      const [first] = held;
      const isSame =
        first !== undefined &&
        held.length < MOST_LOTS &&
        hasLot(first.draft) &&
        hasLot(event.draft) &&
        (callKey(first.draft) === callKey(event.draft) || goesOn(event.draft, first.draft));
      if (!isSame) yield* give();
      held.push(event);
    } else if (event.kind === "broken") {
      yield* give();
      yield refused(event.problem);
    }
    isEmpty &&= event.kind === "mapping";
  }
  yield* give();
  if (isEmpty && mapping !== null) yield refused(cellProblem("NO_ROWS", { row: null }));
}
