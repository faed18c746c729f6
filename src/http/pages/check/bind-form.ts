import { displayValue } from "./display-value.ts";
import type { Field } from "./field.ts";
import { SECTIONS } from "./form-sections.ts";
import { type Plain, setAt, valueAt } from "./places.ts";
import { readField } from "./read-field.ts";

/** What is wrong with a field, by its name in the form. */
export interface FieldError {
  readonly name: string;
  readonly problem: string;
}

/** The form as it was sent: text by name. */
export type Body = Readonly<Record<string, string>>;

/** The document that the form describes, and what could not be read. */
export interface Bound {
  readonly document: Plain;
  readonly errors: readonly FieldError[];
}

/** Rows of a list in the form: those with a number below this. */
export const MOST_ROWS = 40;

/** Parts of the format that are nothing without their amount. */
const NEED_AMOUNT = [
  "/estimate",
  "/provisionalGuarantee",
  "/requirements/minimumTurnover",
  "/requirements/fileFee",
];

const bindOne = (document: Plain, field: Field, prefix: string, body: Body, errors: FieldError[]): void => {
  const name = prefix + field.pointer;
  const text = body[name];
  // What was not touched stays as it was received, to the last character.
  if (text === undefined || text === displayValue(field, valueAt(document, field.pointer))) return;
  const read = readField(field, text);
  if (!read.ok) {
    errors.push({ name, problem: read.problem });
    return;
  }
  setAt(document, field.pointer, read.value);
  // "60 000,00 DH TTC" says of tax what the field beside it may leave open.
  const beside = field.pointer.replace(/amount$/, "taxIncluded");
  if (read.taxIncluded !== undefined && field.pointer.endsWith("estimate/amount") && !body[prefix + beside])
    setAt(document, beside, read.taxIncluded);
};

const bindSet = (document: Plain, { pointer, options = [] }: Field, body: Body): void => {
  if (body[pointer] === undefined) return;
  const ticked = options.filter((option) => body[`${pointer}/${option}`] !== undefined);
  const isKnown = ticked.length > 0 || body[`${pointer}/known`] !== undefined;
  setAt(document, pointer, isKnown ? ticked : undefined);
};

const isFilled = (columns: readonly Field[], prefix: string, body: Body): boolean =>
  columns.some(({ pointer }) => (body[prefix + pointer] ?? "").trim() !== "");

/** What the format demands of a row and an officer need not type. */
const complete = (pointer: string, row: Plain, index: number): Plain => {
  if (pointer === "/lots") row["id"] ??= String(index + 1);
  if (pointer === "/offers") row["id"] ??= `o${index + 1}`;
  if (pointer === "/publications") row["medium"] ??= row["name"] === undefined ? "portal" : "newspaper";
  if (pointer === "/requirements/papers") row["kind"] ??= "other";
  for (const part of ["estimate", "provisionalGuarantee"])
    if (valueAt(row, `/${part}`) !== undefined && valueAt(row, `/${part}/amount`) === undefined)
      delete row[part];
  return row;
};

const bindRows = (
  document: Plain,
  { pointer, columns = [] }: Field,
  body: Body,
  errors: FieldError[],
): void => {
  if (body[pointer] === undefined) return;
  const before = valueAt(document, pointer);
  const rows = Array.from({ length: MOST_ROWS }, (_, index) => index)
    .filter((index) => isFilled(columns, `${pointer}/${index}`, body))
    .map((index) => {
      const held: unknown = Array.isArray(before) ? before[index] : undefined;
      const row = (held === undefined ? {} : structuredClone(held)) as Plain;
      for (const column of columns) bindOne(row, column, `${pointer}/${index}`, body, errors);
      return complete(pointer, row, index);
    });
  const beyond: readonly unknown[] = Array.isArray(before) ? before.slice(MOST_ROWS) : [];
  const isKnown = rows.length > 0 || body[pointer] === "known";
  setAt(document, pointer, isKnown ? [...rows, ...beyond] : undefined);
};

/**
 * Puts what the form says into the document it was made from. A field that was not shown leaves its place as it
 * is; an empty one makes it unknown.
 */
export const bindForm = (base: Plain, body: Body): Bound => {
  const document = structuredClone(base);
  const errors: FieldError[] = [];
  for (const field of SECTIONS.flatMap(({ fields }) => fields)) {
    if (field.kind === "rows") bindRows(document, field, body, errors);
    else if (field.kind === "set") bindSet(document, field, body);
    else bindOne(document, field, "", body, errors);
  }
  for (const part of NEED_AMOUNT)
    if (valueAt(document, part) !== undefined && valueAt(document, `${part}/amount`) === undefined)
      setAt(document, part, undefined);
  return { document, errors };
};

/** What the format demands and the form lacks. */
export const missingIn = (document: Plain): readonly FieldError[] =>
  [
    ["/reference", valueAt(document, "/reference")],
    ["/buyer/name/fr", valueAt(document, "/buyer/name")],
    ["/title/fr", valueAt(document, "/title")],
  ].flatMap(([name, value]) => (value === undefined ? [{ name: String(name), problem: "REQUIRED" }] : []));
