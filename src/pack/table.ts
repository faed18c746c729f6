import { isUnknownAmount } from "../domain/pack/statutory-pack.ts";
import type { LocalText } from "../domain/tender.ts";

/** One value of a table, before it is printed: as words on paper, as a number in a workbook. */
export type Cell =
  | { readonly kind: "word"; readonly text: string }
  /** A user's text. */
  | { readonly kind: "said"; readonly text: string | LocalText }
  /** A reference, which keeps its order from left to right. */
  | { readonly kind: "ref"; readonly text: string }
  | { readonly kind: "amount"; readonly centimes: number }
  | { readonly kind: "count"; readonly value: number }
  /** A share of one. */
  | { readonly kind: "share"; readonly value: number }
  | { readonly kind: "day"; readonly day: string }
  /** YYYY-MM. */
  | { readonly kind: "month"; readonly month: string }
  | { readonly kind: "unknown" }
  | { readonly kind: "empty" };

export const TABLES = [
  "figures",
  "programme",
  "smallFirms",
  "cooperatives",
  "unions",
  "selfEntrepreneurs",
  "undecided",
  "orders",
  "undetermined",
  "rules",
] as const;
export type TableKey = (typeof TABLES)[number];

/** A part of the pack in one language: a table on paper, a sheet of the workbook. */
export interface Table {
  readonly key: TableKey;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** The last line, of sums; null: there is nothing to add up. */
  readonly sum: readonly Cell[] | null;
}

export const word = (text: string): Cell => ({ kind: "word", text });
export const amount = (centimes: number): Cell => ({ kind: "amount", centimes });
export const count = (value: number): Cell => ({ kind: "count", value });
export const share = (value: number): Cell => ({ kind: "share", value });
export const UNKNOWN: Cell = { kind: "unknown" };
export const EMPTY: Cell = { kind: "empty" };

/** What is absent is unknown, never empty and never zero. */
export const orUnknown = <T>(value: T | undefined, cell: (value: T) => Cell): Cell =>
  value === undefined ? UNKNOWN : cell(value);

/** An amount; 0 means that it was not disclosed. */
export const amountOr = (centimes: number | undefined): Cell =>
  centimes === undefined || isUnknownAmount(centimes) ? UNKNOWN : amount(centimes);

/** A user's text. */
export const said = (text: string | LocalText): Cell => ({ kind: "said", text });

/** A reference as printed. */
export const ref = (text: string): Cell => ({ kind: "ref", text });
