import type { Given } from "../given.ts";
import { broken, type Judgement, judge, met, unknown, worth } from "../judgement.ts";
import { isReserved, reservationMissing } from "../reservation.ts";

/** The call is reserved to small firms, cooperatives, unions and self-entrepreneurs, by any known source. */
export const reservedToPriorityGroup = ({ subject, sources, scale }: Given): Judgement => {
  const known = sources();
  const evidence = known.map((source) => source.evidence);
  const reserved = isReserved(known);
  if (reserved === true) return judge("reserved", [met({ evidence }, scale("reserved"))]);
  const missing = reservationMissing(subject.reservation.at, known);
  const condition =
    reserved === false
      ? broken("notReserved", { evidence })
      : unknown("reservationUnknown", missing, { evidence });
  return judge("", [worth(scale("reserved"), condition)]);
};
