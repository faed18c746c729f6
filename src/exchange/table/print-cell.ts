import { one } from "../../intake/table/cell-readers.ts";
import type { Draft, Field } from "../../intake/table/field.ts";
import type { Cell } from "../../intake/table/row.ts";

const isObject = (value: unknown): value is Draft =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Does the document say all that was read? It may say more. */
const says = (document: unknown, read: unknown): boolean =>
  isObject(read)
    ? isObject(document) && Object.entries(read).every(([key, value]) => says(document[key], value))
    : typeof document === "string"
      ? one(document) === read
      : JSON.stringify(document) === JSON.stringify(read);

const valueAt = (draft: Draft, pointer: string): unknown =>
  pointer
    .split("/")
    .slice(1)
    .reduce<unknown>((value, part) => (isObject(value) ? value[part] : undefined), draft);

const TAX: Readonly<Record<string, string>> = { true: " DH TTC", false: " DH HT" };

/** A sum with its tax, a text in its language, an answer or the mention itself: what the object says in one cell. */
const printObject = (value: Draft): Cell => {
  if (typeof value["amount"] === "number")
    return "taxIncluded" in value
      ? `${value["amount"].toFixed(2)}${TAX[String(value["taxIncluded"])]}`
      : value["amount"];
  if (typeof value["reserved"] === "boolean") return print(value["reserved"]);
  const text = value["fr"] ?? value["ar"] ?? value["noticeText"];
  return typeof text === "string" ? text : null;
};

const print = (value: unknown, word?: Field["read"]["print"]): Cell => {
  if (typeof value === "boolean") return value ? "oui" : "non";
  if (typeof value === "string") return word === undefined ? value : (word(value) ?? value);
  if (Array.isArray(value)) return value.join("; ");
  if (isObject(value)) return printObject(value);
  return typeof value === "number" ? value : null;
};

/**
 * The cell of a field; null where there is nothing, or where the cell would be read as something else than what the
 * document says.
 */
export const printCell = (draft: Draft, { pointer, read, headings: [heading = ""] }: Field): Cell => {
  const value = valueAt(draft, pointer);
  const cell = print(value, read.print);
  if (cell === null) return null;
  // Of a file every cell is text.
  const again = read(typeof cell === "number" ? String(cell) : cell, heading);
  return again.ok && says(value, again.value) ? cell : null;
};
