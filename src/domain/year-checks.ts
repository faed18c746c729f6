import { annualListPublished } from "./checks/annual-list-published.ts";
import { annualReserve } from "./checks/annual-reserve.ts";
import { programmePublished } from "./checks/programme-published.ts";
import { purchaseOrderSplitting } from "./checks/purchase-order-splitting.ts";
import type { YearCheck } from "./year.ts";

/** One check for each rule of a buyer's year, by the rule's id. */
export const yearChecks: Readonly<Record<string, YearCheck>> = {
  "annual-reserve": annualReserve,
  "programme-published": programmePublished,
  "annual-list-published": annualListPublished,
  "purchase-order-splitting": purchaseOrderSplitting,
};
