import type { Given } from "../given.ts";
import { broken, inapplicable, type Judgement, judge, met, unknown } from "../judgement.ts";
import { agree, isReserved, reservationMissing, type Source, unclearIn } from "../reservation.ts";

const sayTheSame = (a: Source, b: Source): boolean => a.reserved === b.reserved && agree(a.names, b.names);

const contradicts = (sources: readonly Source[]): boolean => {
  const clear = sources.filter(({ reserved }) => reserved !== null);
  return clear.some((a, index) => clear.slice(index + 1).some((b) => !sayTheSame(a, b)));
};

/** Every known source says the same: reserved or not, and the same protected groups. */
export const reservationConsistent = ({ subject, sources }: Given): Judgement => {
  const known = sources();
  const evidence = known.map((source) => source.evidence);
  if (contradicts(known)) return judge("", [broken("sourcesDiffer", { evidence })]);
  if (known.length === 0 || unclearIn(known).length > 0) {
    const missing = reservationMissing(subject.reservation.at, known);
    return judge("", [unknown("reservationUnknown", missing, { evidence })]);
  }
  if (isReserved(known) === false) return inapplicable("notReserved", { evidence });
  return judge("sourcesAgree", [met({ evidence })]);
};
