import type { Given } from "../given.ts";
import {
  broken,
  type Condition,
  inapplicable,
  type Judgement,
  judge,
  met,
  unknown,
  worth,
} from "../judgement.ts";
import { isReserved, PROTECTED, type Source, sourcesOf } from "../reservation.ts";

const namesAll = ({ names }: Source): boolean => PROTECTED.every((group) => names?.has(group) === true);

const wording = (source: Source): Condition => {
  const evidence = [source.evidence];
  return namesAll(source) ? met({ evidence }) : broken("groupsNotNamed", { evidence });
};

/** Every known text must name them; the list of beneficiaries counts only when no text is known. */
const mentions = (sources: readonly Source[]): readonly Source[] => {
  const texts = sources.filter(({ isText }) => isText);
  return texts.length > 0 ? texts : sources.filter(({ names }) => names !== null);
};

/** The mention names cooperatives, unions of cooperatives and self-entrepreneurs. */
export const reservationWording = ({ subject, rulebook, scale }: Given): Judgement => {
  const sources = sourcesOf(subject.reservation, rulebook.reservationWords);
  const { at } = subject.reservation;
  const points = scale("groupsNamed");
  const reserved = isReserved(sources);
  if (reserved === false) return inapplicable("notReserved");
  if (reserved === null)
    return judge("", [unknown("reservationUnknown", [`${at}/reserved`, `${at}/noticeText`], {}, points)]);
  const read = mentions(sources).map(wording);
  const failed = read.find(({ holds }) => holds === false);
  if (failed !== undefined) return judge("", [worth(points, failed)]);
  if (read.length === 0) return judge("", [unknown("mentionUnknown", [`${at}/noticeText`], {}, points)]);
  return judge("groupsNamed", [met({ evidence: read.flatMap(({ evidence }) => evidence ?? []) }, points)]);
};
