import type { Outcome, Points } from "../finding.ts";
import type { Given } from "../given.ts";
import { broken, type Condition, inapplicable, type Judgement, judge, met, unknown } from "../judgement.ts";
import { isReserved, PROTECTED, type Source, unclearIn } from "../reservation.ts";

const namesAll = ({ names }: Source): boolean => PROTECTED.every((group) => names?.has(group) === true);

const wording = (source: Source): Condition => {
  const evidence = [source.evidence];
  if (source.reserved === null) return unknown("mentionUnknown", [source.evidence.pointer], { evidence });
  return namesAll(source) ? met({ evidence }) : broken("groupsNotNamed", { evidence });
};

/** Every known text must name them; a list that names somebody counts only when no text is known. */
const mentions = (sources: readonly Source[]): readonly Source[] => {
  const texts = sources.filter(({ isText }) => isText);
  return texts.length > 0 ? texts : sources.filter(({ names }) => names !== null && names.size > 0);
};

/** The mention is worth its points as a whole: one text that falls short loses them. */
const wholePoints = (outcome: Outcome, possible: number): Points => ({
  earned: outcome === "passed" ? possible : 0,
  possible,
  undetermined: outcome === "cantTell" ? possible : 0,
});

/** The mention names cooperatives, unions of cooperatives and self-entrepreneurs. */
export const reservationWording = ({ subject, sources, scale }: Given): Judgement => {
  const known = sources();
  const { at } = subject.reservation;
  const points = scale("groupsNamed");
  const reserved = isReserved(known);
  if (reserved === false) return inapplicable("notReserved");
  if (reserved === null) {
    const unclear = unclearIn(known);
    const missing = unclear.length > 0 ? unclear : [`${at}/reserved`, `${at}/noticeText`];
    return judge("", [unknown("reservationUnknown", missing, {}, points)]);
  }
  const read = mentions(known).map(wording);
  if (read.length === 0) return judge("", [unknown("mentionUnknown", [`${at}/noticeText`], {}, points)]);
  const all = judge("groupsNamed", read);
  return { ...all, points: wholePoints(all.outcome, points) };
};
