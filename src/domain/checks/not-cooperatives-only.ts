import type { Given } from "../given.ts";
import { broken, inapplicable, type Judgement, judge, met, unknown } from "../judgement.ts";
import { isReserved, reservationMissing, type Source, unclearIn } from "../reservation.ts";
import type { Located } from "../subject.ts";
import type { Reservation } from "../tender.ts";

/** A flag and an unclear text name nobody: they neither close the call nor open it. */
const admitsOthers = ({ names }: Source): boolean =>
  names?.has("firm") === true || names?.has("selfEntrepreneur") === true;

/** Where the groups might still be named: the first place that says nothing, else the texts that name nobody. */
const silentIn = ({ value, at }: Located<Reservation>, sources: readonly Source[]): readonly string[] => {
  const places = ["noticeText", "beneficiaries", "rulesText"] as const;
  const silent = places.find((place) => value?.[place] === undefined);
  return silent === undefined ? unclearIn(sources) : [`${at}/${silent}`];
};

/** A reserved call stays open to firms or self-entrepreneurs, beside cooperatives and their unions. */
export const notCooperativesOnly = ({ subject, sources }: Given): Judgement => {
  const { at } = subject.reservation;
  const known = sources();
  const evidence = known.map((source) => source.evidence);
  const reserved = isReserved(known);
  if (reserved === false) return inapplicable("notReserved", { evidence });
  if (reserved === null)
    return judge("", [unknown("reservationUnknown", reservationMissing(at, known), { evidence })]);
  // A text that names no group we know ("réservé aux artisans") does not close the call to all the others.
  const naming = known.filter(({ names }) => names !== null && names.size > 0);
  if (naming.length === 0)
    return judge("", [unknown("groupsUnknown", silentIn(subject.reservation, known), { evidence })]);
  return judge("openToOthers", [
    naming.some(admitsOthers) ? met({ evidence }) : broken("cooperativesOnly", { evidence }),
  ]);
};
