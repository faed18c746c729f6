import { formatDate } from "../../../domain/format-date.ts";
import { formatAmount, formatShare } from "../../../domain/format.ts";
import { likeOrders } from "../../../domain/year-like-orders.ts";
import { ordersByNature } from "../../../domain/year-natures.ts";
import type { BuyerYear } from "../../../domain/year.ts";
import type { Page } from "../page.ts";
import { plural } from "../plural.ts";
import { pick } from "../result/result-view.ts";

/** From this part of the ceiling on, an officer had better look. */
const NEAR = 0.8;

/** Orders by nature against the yearly ceiling (centimes), the nearest to it first. */
export const naturesView = ({ purchaseOrders = [] }: BuyerYear, ceiling: number | null, page: Page) =>
  ordersByNature(purchaseOrders)
    .toSorted((one, other) => other.centimes - one.centimes)
    .map(({ code, orders, centimes }) => {
      const part = ceiling === null || ceiling === 0 ? null : centimes / ceiling;
      const state = part === null ? "unknown" : part > 1 ? "over" : part >= NEAR ? "near" : "under";
      return {
        code,
        count: plural(page.words, "ordersCount", orders.length, page.language),
        sum: formatAmount(centimes, page.language),
        part: part === null ? "" : formatShare(part, page.language),
        state,
        stateWords: page.words[`nature_${state}`] ?? state,
      };
    });

/** Orders of nearly the same object within `window` days of each other. */
export const pairsView = ({ purchaseOrders = [] }: BuyerYear, window: number | null, page: Page) => {
  if (window === null) return [];
  const say = (index: number) => {
    const { reference = "", title, amount, orderedOn } = purchaseOrders[index] ?? {};
    return {
      reference,
      title: title === undefined ? "" : pick(title, page.language),
      amount: amount === undefined ? "" : formatAmount(amount.centimes, page.language),
      day: orderedOn === undefined ? "" : formatDate(orderedOn, page.language),
    };
  };
  return likeOrders(purchaseOrders, window).map(({ earlier, later }) => ({
    earlier: say(earlier),
    later: say(later),
  }));
};
