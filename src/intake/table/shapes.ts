import type { Field } from "./field.ts";
import { TENDER_FIELDS } from "./tender-fields.ts";
import { ORDER_FIELDS, PROGRAMME_FIELDS } from "./year-fields.ts";

/** What a row of a table is: a tender or one of its lots, a line of a forecast programme, a purchase order. */
export const SHAPES = {
  tender: TENDER_FIELDS,
  programme: PROGRAMME_FIELDS,
  purchaseOrders: ORDER_FIELDS,
} as const satisfies Readonly<Record<string, readonly Field[]>>;

export type Shape = keyof typeof SHAPES;

/** The field of a shape by its key. */
export const fieldOf = (shape: Shape, key: string): Field | undefined =>
  SHAPES[shape].find((field) => field.key === key);
