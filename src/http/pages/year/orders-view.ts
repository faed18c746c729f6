import { formatDate } from "../../../domain/format-date.ts";
import { formatAmount, formatShare } from "../../../domain/format.ts";
import { likeOrders } from "../../../domain/year-like-orders.ts";
import { ordersByNature } from "../../../domain/year-natures.ts";
import type { BuyerYear, YearOrder } from "../../../domain/year.ts";
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

const orderWords = ({ reference, title, amount }: YearOrder, { language }: Page): string =>
  [
    reference,
    title === undefined ? undefined : pick(title, language),
    amount === undefined ? undefined : formatAmount(amount.centimes, language),
  ]
    .filter((part) => part !== undefined)
    .join(" · ");

/** Orders of nearly the same object within `window` days of each other. */
export const pairsView = ({ purchaseOrders = [] }: BuyerYear, window: number | null, page: Page) => {
  if (window === null) return [];
  const say = (index: number): { readonly words: string; readonly day: string } => {
    const order = purchaseOrders[index];
    const day = order?.orderedOn;
    return {
      words: order === undefined ? "" : orderWords(order, page),
      day: day === undefined ? "" : formatDate(day, page.language),
    };
  };
  return likeOrders(purchaseOrders, window).map(({ earlier, later }) => ({
    earlier: say(earlier),
    later: say(later),
  }));
};
