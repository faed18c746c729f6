import type { Knex } from "knex";
import { createFingerprint } from "./fingerprint.ts";
import type { TableShape } from "./table-shape.ts";

type Row = Readonly<Record<string, unknown>>;

/** Rows a step. SQLite takes at most 32,766 values in a statement. */
const ROWS = 500;
const VALUES = 30_000;

const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(", ");
const places = (count: number): string => `(${Array.from({ length: count }, () => "?").join(", ")})`;

/** The rows of a table in the order of its key, page by page. */
async function* pagesOf(knex: Knex, { name, columns, key }: TableShape): AsyncGenerator<readonly Row[]> {
  let after: readonly unknown[] | null = null;
  for (;;) {
    const query = knex(name)
      .select([...columns])
      .limit(ROWS);
    for (const column of key) void query.orderBy(column);
    if (after !== null)
      void query.whereRaw(`(${quoted(key)}) > ${places(key.length)}`, [...after] as never[]);
    const rows = (await query) as readonly Row[];
    if (rows.length === 0) return;
    yield rows;
    const last: Row | undefined = rows.at(-1);
    after = key.map((column) => last?.[column]);
  }
}

/** A counter keeps the numbers it had. */
const insert = async (knex: Knex, { name, columns, counter }: TableShape, rows: readonly Row[]) => {
  const width = Math.max(1, Math.floor(VALUES / columns.length));
  const own = counter === null ? "" : "overriding system value ";
  for (let start = 0; start < rows.length; start += width) {
    const part = rows.slice(start, start + width);
    const values = part.map(() => places(columns.length)).join(", ");
    const bindings = part.flatMap((row) => columns.map((column) => row[column])) as never[];
    await knex.raw(`insert into "${name}" (${quoted(columns)}) ${own}values ${values}`, bindings);
  }
};

/** A counter goes on from the last number that was copied. */
const advance = async (knex: Knex, { name, counter }: TableShape): Promise<void> => {
  if (counter === null) return;
  await knex.raw(
    `select setval(pg_get_serial_sequence('${name}', '${counter}'), coalesce(max("${counter}"), 1), max("${counter}") is not null) from "${name}"`,
  );
};

/** Copies a table; answers with the count and the sum of what was read. */
export const copyTable = async (from: Knex, source: TableShape, to: Knex, target: TableShape) => {
  const fingerprint = createFingerprint(source.columns);
  for await (const rows of pagesOf(from, source)) {
    for (const row of rows) fingerprint.add(row);
    await insert(to, { ...target, columns: source.columns }, rows);
  }
  await advance(to, target);
  return fingerprint.value();
};

/** The count and the sum of a table's rows as they are read back. */
export const fingerprintOf = async (knex: Knex, shape: TableShape) => {
  const fingerprint = createFingerprint(shape.columns);
  for await (const rows of pagesOf(knex, shape)) for (const row of rows) fingerprint.add(row);
  return fingerprint.value();
};
