import type { Printed } from "../printed/printed.ts";
import type { Cell } from "./row.ts";

/** A document while it is put together from a row. */
export type Draft = Record<string, unknown>;

/** Reads a cell; `print` gives the word of a code of the format, where a cell holds words. */
export interface ReadCell {
  (cell: Exclude<Cell, null>, heading: string): Printed<unknown>;
  readonly print?: (value: string) => string | undefined;
}

/** A column that a table may have. */
export interface Field {
  /** Names the field in a profile: `estimate`, `lot.title`. */
  readonly key: string;
  /** Headings by which it is known, French, Arabic and English; the first is printed on export. */
  readonly headings: readonly string[];
  readonly read: ReadCell;
  readonly put: (draft: Draft, value: unknown) => void;
  /** Where it stands in the document, for the errors of the format. */
  readonly pointer: string;
}

/** Puts a value at a place of the draft; what is already there is completed, not replaced. */
export const setAt = (draft: Draft, path: readonly string[], value: unknown): void => {
  const [first = "", ...rest] = path;
  if (rest.length === 0) {
    const old = draft[first];
    const bothObjects = isObject(old) && isObject(value);
    draft[first] = bothObjects ? { ...old, ...value } : value;
    return;
  }
  const inner = draft[first];
  const next: Draft = isObject(inner) ? inner : {};
  draft[first] = next;
  setAt(next, rest, value);
};

const isObject = (value: unknown): value is Draft =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A field that stands at one place of the document. */
export const fieldAt = (
  key: string,
  path: string,
  headings: readonly string[],
  read: Field["read"],
): Field => ({
  key,
  headings,
  read,
  pointer: `/${path}`,
  put: (draft, value) => setAt(draft, path.split("/"), value),
});
