import { seen } from "../given.ts";
import { cantTell, clear, type FlagCheck, notHere, raised } from "./red-flag.ts";
import { tendererKey, winnerMissing, winningOffer } from "./tenderers.ts";

/** R035: all offers but the winner's were disqualified. */
export const othersDisqualified: FlagCheck = (subject) => {
  const winner = winningOffer(subject);
  if (winner === null || subject.offers === undefined) return cantTell(winnerMissing(subject));
  const others = subject.offers.filter((offer) => tendererKey(offer) !== tendererKey(winner));
  if (others.length === 0) return notHere();
  const evidence = others.flatMap(({ at, admitted }) =>
    admitted === undefined ? [] : [seen(`${at}/admitted`, admitted)],
  );
  if (others.some(({ admitted }) => admitted === true)) return clear(evidence);
  const unknown = others.filter(({ admitted }) => admitted === undefined);
  return unknown.length > 0
    ? cantTell(
        unknown.map(({ at }) => `${at}/admitted`),
        evidence,
      )
    : raised(evidence);
};
