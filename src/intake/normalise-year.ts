import type { Amount } from "../domain/tender.ts";
import type { BuyerYear } from "../domain/year.ts";
import type { YearDocument } from "./schema/year-schema.ts";

/** Dirhams become whole centimes; what is absent stays absent. */
const withCentimes = <T extends { readonly amount?: number }>({
  amount,
  ...rest
}: T): Omit<T, "amount"> & { amount?: Amount } => ({
  ...rest,
  ...(amount === undefined ? {} : { amount: { centimes: Math.round(amount * 100) } }),
});

/** The year that the domain judges, from a document that the schema has accepted. */
export const normaliseYear = ({ entries, purchaseOrders, ...rest }: YearDocument): BuyerYear => ({
  ...rest,
  ...(entries === undefined ? {} : { entries: entries.map((entry) => withCentimes(entry)) }),
  ...(purchaseOrders === undefined
    ? {}
    : { purchaseOrders: purchaseOrders.map((order) => withCentimes(order)) }),
});
