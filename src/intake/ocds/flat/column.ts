import type { Cell } from "../../table/row.ts";
import type { Schema } from "../schema-files.ts";

/** A step of a column's path: a property, and whether it holds a list of objects. */
export interface Step {
  readonly key: string;
  readonly isList: boolean;
}

/** A column of a flattened sheet: where its values belong, and what the schema makes of them. */
export interface Column {
  readonly steps: readonly Step[];
  readonly read: (cell: Cell) => unknown;
}

/** `tender/items/0/unit/name` → tender, items (a list), unit, name. */
const stepsOf = (heading: string): readonly Step[] => {
  const parts = heading.split("/");
  return parts.flatMap((key, index) =>
    /^\d+$/.test(key) ? [] : [{ key, isList: /^\d+$/.test(parts[index + 1] ?? "") }],
  );
};

const resolve = (schema: Schema, root: Schema): Schema => {
  const name = schema.$ref?.replace("#/definitions/", "");
  return name === undefined ? schema : (root.definitions?.[name] ?? {});
};

/** The schema of what a path leads to; an empty one where it knows nothing of it. */
const schemaAt = (steps: readonly Step[], root: Schema): Schema =>
  steps.reduce<Schema>((schema, { key, isList }) => {
    const property = resolve(resolve(schema, root).properties?.[key] ?? {}, root);
    return isList ? resolve(property.items ?? {}, root) : property;
  }, root);

const isDate = ({ format }: Schema): boolean => format === "date-time";

const WITHOUT_OFFSET = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}:\d{2})?$/;

/** A spreadsheet's own dates have no offset. */
const toText = (cell: Cell, schema: Schema): string => {
  const text = String(cell);
  const [, day, time = "T00:00:00"] = WITHOUT_OFFSET.exec(text) ?? [];
  return isDate(schema) && day !== undefined ? `${day}${time}Z` : text;
};

const toNumber = (cell: Cell): unknown => {
  const number = Number(cell);
  return typeof cell === "string" && (cell.trim() === "" || Number.isNaN(number)) ? cell : number;
};

/** What a cell becomes: numbers and texts are one in a spreadsheet, and a list of texts is parted by semicolons. */
const readerOf = (schema: Schema): ((cell: Cell) => unknown) => {
  const types = new Set([schema.type].flat());
  if (types.has("array")) return (cell) => String(cell).split(";");
  if (types.has("string")) return (cell) => toText(cell, schema);
  if (types.has("number") || types.has("integer")) return toNumber;
  if (types.has("boolean"))
    return (cell) => (/^(true|false)$/i.test(String(cell)) ? /^true$/i.test(String(cell)) : cell);
  return (cell) => cell;
};

export const columnOf = (heading: string, root: Schema): Column => {
  const steps = stepsOf(heading);
  return { steps, read: readerOf(schemaAt(steps, root)) };
};
