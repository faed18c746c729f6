import { acceptTender } from "../read-tender.ts";
import type { Imported } from "../readers.ts";
import { type CellProblem, cellProblem } from "./cell-problem.ts";
import { callKey, finishTender, hasLot, sharedPart } from "./finish-tender.ts";
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
  const read = acceptTender(
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

/** Told once the headings are understood, before the first row. */
export type OnMapping = (mapping: Mapping) => void;

/**
 * The tenders of a sheet: a row each, or consecutive rows of one reference and buyer that have a lot each. A call
 * with a cell that cannot be read is refused whole, with every cell's reason; half a tender would be a false one.
 */
export async function* tableTenders(
  rows: AsyncIterable<TableRow>,
  profile: Profile | null,
  onMapping: OnMapping = () => undefined,
): AsyncGenerator<Imported> {
  let mapping: Mapping | null = null;
  let columns: readonly ReadColumn[] = [];
  let held: ReadRow[] = [];
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
      untold = unmappedOf(mapping);
    } else if (event.kind === "row") {
      const [first] = held;
      const isSame =
        first !== undefined &&
        held.length < MOST_LOTS &&
        hasLot(first.draft) &&
        hasLot(event.draft) &&
        callKey(first.draft) === callKey(event.draft);
      if (!isSame) yield* give();
      held.push(event);
    } else if (event.kind === "broken") {
      yield* give();
      yield { at: "", read: { ok: false, errors: [event.problem] }, unmapped: [] };
    }
  }
  yield* give();
}
