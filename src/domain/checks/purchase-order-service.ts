import { type Given, seen } from "../given.ts";
import { type Judgement, judge, unknown } from "../judgement.ts";

/**
 * The nature of the service is one that may be bought by purchase order. The list of the decree's annex was not
 * read: no fact of the tender can settle it, so nothing is asked.
 */
export const purchaseOrderService = ({ tender }: Given): Judgement => {
  const code = tender.purchaseOrder?.natureCode;
  const evidence = code === undefined ? [] : [seen("/purchaseOrder/natureCode", code)];
  return judge("", [unknown("listNotLoaded", [], { evidence })]);
};
