import type { Assessment } from "../../domain/assessment.ts";
import type { Finding } from "../../domain/finding.ts";
import { compact, type Json } from "./parts.ts";

const findingOf = ({ rule, lot, outcome, norm, effect, reason, legalBasis }: Finding): Json => ({
  rule,
  outcome,
  ...compact({
    relatedLot: lot,
    norm,
    effect: effect ?? undefined,
    reason,
    legalBasis: legalBasis.map(({ text, article, grade }) => ({ text, article, grade })),
  }),
});

/** What the cooperative-priority rules find: keys and codes, no words. */
export const assessmentOf = (assessment: Assessment): Json => {
  const { id, on, rulebook, inputSha256, verdict, index, findings } = assessment;
  return { id, on, rulebook, inputSha256, verdict, index, findings: findings.map(findingOf) };
};
