import {
  admissionMissing,
  bestByReference,
  isDividedUnknown,
  lotsUnsaidIn,
  winnerOf,
} from "../best-offers.ts";
import { type Given, seen } from "../given.ts";
import { broken, inapplicable, type Judgement, judge, met, unknown } from "../judgement.ts";

/** The winner is the offer closest to the reference price from below, else the closest from above. */
export const referencePriceRanking = (given: Given): Judgement => {
  const { award } = given.subject;
  if (given.study.value)
    return inapplicable("studies", { evidence: [seen(given.study.fromWords ? "/title" : "/studies", true)] });
  if (isDividedUnknown(given)) return judge("", [unknown("lotsUnknown", ["/lots"])]);
  const unsaid = lotsUnsaidIn(given);
  if (unsaid.length > 0) return judge("", [unknown("lotUnsaid", unsaid)]);
  // Other lots have their award, this one not yet.
  if (award === undefined && given.tender.awards !== undefined) return inapplicable("laterStage");
  if (award === undefined) return judge("", [unknown("awardUnknown", ["/award"])]);
  const best = bestByReference(given);
  if (best.ids === null) return judge("", [unknown("rankingUnknown", best.missing, best)]);
  if (best.ids.length === 0)
    return judge("", [unknown("noAdmittedOffer", admissionMissing(given, award), best)]);
  const winner = winnerOf(given, award);
  if (winner === null) return judge("", [unknown("winnerUnknown", [`${award.pointer}/offerId`], best)]);
  const facts = {
    evidence: [...best.evidence, seen(`${award.pointer}/offerId`, winner.id)],
    arithmetic: best.arithmetic,
  };
  return judge("closestOffer", [
    best.ids.includes(winner.id) ? met(facts) : broken("notTheClosestOffer", facts),
  ]);
};
