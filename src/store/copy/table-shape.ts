import type { Knex } from "knex";
import type { Database } from "../open-database.ts";

/** A table as a copy needs it: its columns, its key, and the tables whose rows must stand before its own. */
export interface TableShape {
  readonly name: string;
  readonly columns: readonly string[];
  readonly key: readonly string[];
  readonly parents: readonly string[];
  /** The column that counts by itself, on PostgreSQL alone. */
  readonly counter: string | null;
}

type Row = Readonly<Record<string, unknown>>;
const textOf = (row: Row, column: string): string => String(row[column]);

const sqliteShape = async (knex: Knex, name: string): Promise<TableShape> => {
  const columns: readonly Row[] = await knex.raw(`pragma table_info(${name})`);
  const references: readonly Row[] = await knex.raw(`pragma foreign_key_list(${name})`);
  const key = columns.filter(({ pk }) => Number(pk) > 0);
  return {
    name,
    columns: columns.map((row) => textOf(row, "name")),
    key: key.toSorted((a, b) => Number(a["pk"]) - Number(b["pk"])).map((row) => textOf(row, "name")),
    parents: [...new Set(references.map((row) => textOf(row, "table")))],
    counter: null,
  };
};

/** Tables proper: neither virtual ones nor what stands behind them, which are made again from the rest. */
const sqliteShapes = async (knex: Knex): Promise<readonly TableShape[]> => {
  const rows: readonly Row[] = await knex.raw("pragma table_list");
  const names = rows
    .filter(({ schema, type }) => schema === "main" && type === "table")
    .map((row) => textOf(row, "name"))
    .filter((name) => !/^(sqlite|knex)_/.test(name));
  return await Promise.all(names.map((name) => sqliteShape(knex, name)));
};

const COLUMNS = `select table_name, column_name, is_identity, is_generated from information_schema.columns
  where table_schema = current_schema() order by table_name, ordinal_position`;
const KEYS = `select c.table_name, k.column_name from information_schema.table_constraints c
  join information_schema.key_column_usage k using (constraint_schema, constraint_name, table_name)
  where c.constraint_type = 'PRIMARY KEY' and c.table_schema = current_schema() order by k.ordinal_position`;
const PARENTS = `select conrelid::regclass::text as table_name, confrelid::regclass::text as parent
  from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace`;

const postgresShapes = async (knex: Knex): Promise<readonly TableShape[]> => {
  const rowsOf = async (sql: string): Promise<readonly Row[]> => {
    const { rows }: { rows: readonly Row[] } = await knex.raw(sql);
    return rows;
  };
  const [columns, keys, parents] = [await rowsOf(COLUMNS), await rowsOf(KEYS), await rowsOf(PARENTS)];
  const names = [...new Set(columns.map((row) => textOf(row, "table_name")))].filter(
    (name) => !name.startsWith("knex_"),
  );
  return names.map((name) => {
    const own = columns.filter((row) => row["table_name"] === name && row["is_generated"] === "NEVER");
    const counter = own.find((row) => row["is_identity"] === "YES");
    const of = (rows: readonly Row[], column: string): readonly string[] =>
      rows.filter((row) => row["table_name"] === name).map((row) => textOf(row, column));
    return {
      name,
      columns: of(own, "column_name"),
      key: of(keys, "column_name"),
      parents: [...new Set(of(parents, "parent"))],
      counter: counter === undefined ? null : textOf(counter, "column_name"),
    };
  });
};

/** The tables of a database, without those of the migrations. */
export const tableShapes = (database: Database): Promise<readonly TableShape[]> =>
  database.engine === "sqlite" ? sqliteShapes(database.write) : postgresShapes(database.write);

/** Parents before children, so that each row finds what it refers to. A table may refer to itself. */
export const inOrder = (shapes: readonly TableShape[]): readonly TableShape[] => {
  const names = new Set(shapes.map(({ name }) => name));
  const done = new Set<string>();
  const ordered: TableShape[] = [];
  const isReady = ({ name, parents }: TableShape): boolean =>
    parents.every((parent) => parent === name || done.has(parent) || !names.has(parent));
  while (ordered.length < shapes.length) {
    const next = shapes.filter((shape) => !done.has(shape.name) && isReady(shape));
    if (next.length === 0) throw new Error("tables refer to each other in a circle");
    for (const shape of next) done.add(shape.name);
    ordered.push(...next);
  }
  return ordered;
};
