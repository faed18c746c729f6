import type { AnsweredDemand, Ask, Demand, LotEligibility } from "../../domain/eligibility.ts";
import { explain } from "../../domain/explain.ts";
import type { LocalDate } from "../../domain/local-date.ts";
import type { ExclusionPower } from "../../domain/matching/exclusion-power.ts";
import type { Rulebook } from "../../domain/rulebook.ts";
import type { Language } from "../../domain/tender.ts";
import { plainPen } from "../../letters/plain-pen.ts";
import type { EligibilityAnswer } from "../../usecases/cooperatives/cooperative-service.ts";
import type { FoundMatch } from "../../usecases/cooperatives/matching.ts";
import { callAnswer } from "./call-answer.ts";

/** In which words, under which law. */
export interface Wording {
  readonly rulebook: Rulebook;
  readonly on: LocalDate | null;
  /** null: keys and figures alone. */
  readonly language: Language | null;
}

const dirhams = (centimes: number | null): number | null => (centimes === null ? null : centimes / 100);

/** What is asked, in figures: sums in dirhams. */
export const askedFor = (ask: Ask): Readonly<Record<string, unknown>> => {
  switch (ask.kind) {
    case "paper":
      return { kind: ask.paper };
    case "turnover":
      return { kind: "turnover", amount: dirhams(ask.centimes) };
    case "references":
      return { kind: "similarReferences", count: ask.count, minimumAmount: dirhams(ask.centimes) };
    case "legalForm":
    case "reservation":
      return { kind: ask.kind, admitted: ask.admitted === null ? null : [...ask.admitted] };
    case "deadline":
      return { kind: "deadline", day: ask.day };
    default:
      return ask;
  }
};

const lawfulnessOf = ({ lawfulness: { verdict, finding } }: Demand, { rulebook, on, language }: Wording) => {
  if (finding === null) return { verdict, finding: null };
  const { rule, lot, reason, outcome, effect, legalBasis } = finding;
  const words = language === null ? {} : explain(finding, rulebook, on, language, plainPen);
  return {
    verdict,
    finding: { rule, ...(lot === undefined ? {} : { lot }), reason, outcome, effect, legalBasis, ...words },
  };
};

const demandAnswer = ({ demand, answer, by, fact }: AnsweredDemand, wording: Wording) => ({
  ...askedFor(demand.ask),
  pointer: demand.pointer,
  phase: demand.phase,
  answer,
  by,
  fact,
  lawfulness: lawfulnessOf(demand, wording),
});

const lotAnswer = (lot: LotEligibility, wording: Wording) => ({
  lot: lot.lot,
  outcome: lot.outcome,
  provisionalGuarantee: dirhams(lot.guarantee),
  size: lot.size,
  price: {
    ...lot.price,
    estimate:
      lot.price.estimate === null
        ? null
        : { low: dirhams(lot.price.estimate.low), high: dirhams(lot.price.estimate.high) },
  },
  demands: lot.demands.map((each) => demandAnswer(each, wording)),
});

/** Whether a profile can answer a call, as the API shows it. */
export const eligibilityAnswer = (
  { call, judged, eligibility }: EligibilityAnswer,
  cooperative: string | null,
  rulebook: Rulebook,
  language: Language | null,
) => ({
  tenderId: call.id,
  cooperative,
  outcome: eligibility.outcome,
  on: eligibility.on,
  rulebook: eligibility.rulebook,
  deadline: eligibility.deadline,
  workingDaysLeft: eligibility.workingDaysLeft,
  lots: eligibility.lots.map((lot) => lotAnswer(lot, { rulebook, on: judged.on, language })),
});

/** Matches as the API shows them. */
export const matchAnswer = ({ call, match: { outcome, score, reasons }, grouping }: FoundMatch) => ({
  call: callAnswer(call),
  outcome,
  score,
  reasons,
  grouping:
    grouping === null
      ? null
      : {
          members: grouping.members,
          capacity: dirhams(grouping.capacity),
          covered: grouping.covered,
          uncovered: grouping.uncovered,
        },
});

/** How many cooperatives each demand shuts out, as the API shows it. */
export const exclusionAnswer = (
  power: ExclusionPower,
  rulebook: Rulebook,
  on: LocalDate | null,
  language: Language | null,
) => ({
  ...askedFor(power.demand.ask),
  pointer: power.demand.pointer,
  excluded: power.excluded,
  unknown: power.unknown,
  of: power.of,
  lawfulness: lawfulnessOf(power.demand, { rulebook, on, language }),
});
