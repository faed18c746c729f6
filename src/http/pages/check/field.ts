/** How a field is typed, shown and read. */
export type FieldKind =
  | "text"
  | "area"
  | "choice"
  | "flag"
  | "amount"
  | "whole"
  | "share"
  | "day"
  | "moment"
  | "set"
  | "rows";

/** A field of the form: a place of the tender's document. Its name in the form is its pointer. */
export interface Field {
  /** JSON Pointer; within a row, relative to it. */
  readonly pointer: string;
  readonly kind: FieldKind;
  /** Values of a choice or of a set. */
  readonly options?: readonly string[];
  /** Columns of rows. */
  readonly columns?: readonly Field[];
  /** Shown when a question points here, or below; absent: at the field itself. */
  readonly group?: string;
  /** Shown whatever the procedure needs. */
  readonly isAlways?: boolean;
  /** The format demands it. */
  readonly isRequired?: boolean;
  readonly direction?: "ltr" | "rtl" | "auto";
}

/** Fields under one heading; `key` names it in the words of the form. */
export interface Section {
  readonly key: string;
  readonly fields: readonly Field[];
}
