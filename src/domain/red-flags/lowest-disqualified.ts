import { seen, seenSum } from "../given.ts";
import { cantTell, clear, type FlagCheck, notHere, raised } from "./red-flag.ts";
import { tendererKey, winnerMissing, winningOffer } from "./tenderers.ts";

/** R036: the lowest offer was disqualified and the buyer awarded to another, where price decides. */
export const lowestDisqualified: FlagCheck = (subject) => {
  const { offers, tender } = subject;
  if (tender.evaluation?.method === "points") return notHere();
  const winner = winningOffer(subject);
  if (winner === null || offers === undefined) return cantTell(winnerMissing(subject));
  if (new Set(offers.map(tendererKey)).size < 2) return notHere();
  const unpriced = offers.filter(({ amount }) => amount === undefined);
  if (unpriced.length > 0) return cantTell(unpriced.map(({ at }) => `${at}/amount`));
  const least = Math.min(...offers.map(({ amount }) => amount?.centimes ?? Number.POSITIVE_INFINITY));
  const lowest = offers.filter(({ amount }) => amount?.centimes === least);
  const evidence = lowest.flatMap(({ at, admitted }) => [
    seenSum(`${at}/amount`, least),
    ...(admitted === undefined ? [] : [seen(`${at}/admitted`, admitted)]),
  ]);
  if (lowest.some(({ id }) => id === winner.id)) return clear(evidence);
  if (lowest.some(({ admitted }) => admitted === false)) return raised(evidence);
  const unknown = lowest.filter(({ admitted }) => admitted === undefined);
  return unknown.length > 0
    ? cantTell(
        unknown.map(({ at }) => `${at}/admitted`),
        evidence,
      )
    : clear(evidence);
};
