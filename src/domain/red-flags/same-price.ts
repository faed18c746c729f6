import { seenSum } from "../given.ts";
import { cantTell, clear, type FlagCheck, notHere, raised } from "./red-flag.ts";
import { tendererKey } from "./tenderers.ts";

/** R028: two offers of different tenderers have the same price. */
export const samePrice: FlagCheck = ({ offers }) => {
  if (offers === undefined) return cantTell(["/offers"]);
  if (new Set(offers.map(tendererKey)).size < 2) return notHere();
  const priced = offers.flatMap((offer) => (offer.amount === undefined ? [] : [{ offer, ...offer.amount }]));
  const same = priced.filter(({ offer, centimes }) =>
    priced.some((other) => other.centimes === centimes && tendererKey(other.offer) !== tendererKey(offer)),
  );
  if (same.length > 0)
    return raised(same.map(({ offer, centimes }) => seenSum(`${offer.at}/amount`, centimes)));
  const unpriced = offers.filter(({ amount }) => amount === undefined);
  if (unpriced.length > 0) return cantTell(unpriced.map(({ at }) => `${at}/amount`));
  return clear(priced.map(({ offer, centimes }) => seenSum(`${offer.at}/amount`, centimes)));
};
