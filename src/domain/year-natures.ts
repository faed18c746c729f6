import { foldText } from "./text.ts";
import type { YearOrder } from "./year.ts";

/** The purchase orders of one nature, and their sum in centimes; an order of unknown amount adds nothing to it. */
export interface OrdersOfNature {
  /** As the first order spells it. */
  readonly code: string;
  readonly orders: readonly { readonly order: YearOrder; readonly index: number }[];
  readonly centimes: number;
}

/** Orders whose nature is known, by nature: one spelling for `Réception` and `reception`. */
export const ordersByNature = (orders: readonly YearOrder[]): readonly OrdersOfNature[] => {
  const natures = new Map<string, OrdersOfNature>();
  for (const [index, order] of orders.entries()) {
    if (order.natureCode === undefined) continue;
    const key = foldText(order.natureCode);
    const known = natures.get(key);
    natures.set(key, {
      code: known?.code ?? order.natureCode,
      orders: [...(known?.orders ?? []), { order, index }],
      centimes: (known?.centimes ?? 0) + (order.amount?.centimes ?? 0),
    });
  }
  return [...natures.values()];
};
