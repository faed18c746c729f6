import type { Judged } from "../assessment.ts";
import { familiesOf } from "../classify.ts";
import { demandsOf } from "../eligibility/demands.ts";
import type { Rulebook } from "../rulebook.ts";
import type { Call } from "../search/call.ts";
import { lotsOf, type Subject, wholeOf } from "../subject.ts";
import type { Family, Tender } from "../tender.ts";
import type { MatchableCall, MatchableLot, Whereabouts } from "./match.ts";

const familyOf = ({ lot, title }: Subject, rulebook: Rulebook): Family | null =>
  lot?.family ?? familiesOf({ title }, rulebook.lexicon)[0] ?? null;

const toLot = (tender: Tender, subject: Subject, judged: Judged, rulebook: Rulebook): MatchableLot => ({
  demands: demandsOf(tender, subject, judged.findings, rulebook.reservationWords),
  amount: subject.estimate.value?.centimes ?? null,
  family: familyOf(subject, rulebook),
});

const known = (code: string | null): readonly string[] => (code === null ? [] : [code]);

/** The sector of a call, and the codes of its place and of all that hold it. */
export const whereaboutsOf = ({ sector, commune, province, region }: Call): Whereabouts => ({
  sector,
  places: [...known(commune), ...known(province), ...known(region)],
});

/** Reads a public call once for matching; `judged` is the officer's own check of it. */
export const matchableCall = (
  call: Call,
  tender: Tender,
  judged: Judged,
  rulebook: Rulebook,
): MatchableCall => {
  const whole = wholeOf(tender);
  const subjects = (tender.lots ?? []).length === 0 ? [whole] : lotsOf(tender, whole);
  const lots = subjects.map((subject) => toLot(tender, subject, judged, rulebook));
  const { title, description } = tender;
  const words = description === undefined ? { title } : { title, description };
  return {
    id: call.id,
    ...whereaboutsOf(call),
    families: [
      ...new Set([...lots.flatMap(({ family }) => family ?? []), ...familiesOf(words, rulebook.lexicon)]),
    ],
    commune: call.commune,
    province: call.province,
    reserved: call.reserved,
    deadline: call.deadline?.day ?? null,
    lots,
  };
};
