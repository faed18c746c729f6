import { estimateWithTax, seenEstimate, taxMissing } from "../estimate.ts";
import { type Given, seen, seenSum } from "../given.ts";
import { broken, type Condition, type Judgement, judge, met, unknown, worth } from "../judgement.ts";
import { isShareAtMost, shareInDirhams } from "../money.ts";
import type { Figures } from "../finding.ts";
import { shareStep } from "../steps.ts";
import { statedFor } from "../stated.ts";
import type { Located } from "../subject.ts";
import type { Estimate } from "../tender.ts";

/** A requirement of the whole call is set against the whole estimate, even for a lot that inherits it. */
const estimateFor = ({ subject, whole }: Given, at: string): Located<Estimate> =>
  at.startsWith("/requirements") ? whole.estimate : subject.estimate;

interface Sum {
  readonly at: string;
  readonly label: string;
  readonly centimes: number;
  readonly ceiling: number;
}

/** What may be asked at most, in dirhams, by the estimate with tax; nothing when it is unknown. */
const highest = (given: Given, ofTurnover: number, ofReference: number): Figures => {
  const most = (key: "minimumTurnover" | "similarReferences", share: number): number | null => {
    const { value } = estimateFor(given, statedFor(given.tender, given.subject, key).at);
    return value === undefined ? null : shareInDirhams(estimateWithTax(given, value).low, share);
  };
  const [turnoverMost, eachMost] = [
    most("minimumTurnover", ofTurnover),
    most("similarReferences", ofReference),
  ];
  return {
    ...(turnoverMost === null ? {} : { turnover: { amount: turnoverMost } }),
    ...(eachMost === null ? {} : { eachReference: { amount: eachMost } }),
  };
};

/** A sum asked of tenderers against the estimate with tax; asking nothing needs no estimate. */
const proportionate = (given: Given, { at, label, centimes, ceiling }: Sum, reason: string): Condition => {
  const evidence = [seenSum(at, centimes)];
  if (centimes === 0) return met({ evidence });
  const estimate = estimateFor(given, at);
  if (estimate.value === undefined) return unknown("estimateUnknown", [estimate.at], { evidence });
  const range = estimateWithTax(given, estimate.value);
  const facts = {
    evidence: [...evidence, ...seenEstimate(estimate)],
    arithmetic: [shareStep(label, centimes, range.low)],
  };
  const fits = isShareAtMost(centimes, ceiling, range);
  if (fits === null) return unknown("taxDecides", taxMissing(estimate), facts);
  return fits ? met(facts) : broken(reason, facts);
};

const turnover = (given: Given, ceiling: number): Condition => {
  const { value, at } = statedFor(given.tender, given.subject, "minimumTurnover");
  const centimes = value?.centimes;
  if (centimes === undefined) return unknown("turnoverUnknown", [at]);
  const sum = { at: `${at}/amount`, label: "turnoverShare", centimes, ceiling };
  return proportionate(given, sum, "turnoverTooHigh");
};

const references = (given: Given, most: number, ceiling: number): Condition => {
  const { value, at: here } = statedFor(given.tender, given.subject, "similarReferences");
  const { count, minimumAmount } = value ?? {};
  if (count === undefined) return unknown("referencesUnknown", [`${here}/count`]);
  const evidence = [seen(`${here}/count`, count)];
  if (count === 0) return met({ evidence });
  const expression = `${count} ${count <= most ? "≤" : ">"} ${most}`;
  const counted = { evidence, arithmetic: [{ label: "references", expression, value: count }] };
  if (count > most) return broken("tooManyReferences", counted);
  if (minimumAmount === undefined) return unknown("referencesUnknown", [`${here}/minimumAmount`], counted);
  const { centimes } = minimumAmount;
  const sum = { at: `${here}/minimumAmount`, label: "referenceShare", centimes, ceiling };
  const condition = proportionate(given, sum, "referencesTooLarge");
  return {
    ...condition,
    evidence: [...evidence, ...(condition.evidence ?? [])],
    arithmetic: [...counted.arithmetic, ...(condition.arithmetic ?? [])],
  };
};

/** Turnover and references are asked in proportion to the estimate, so that a small cooperative can compete. */
export const proportionateCapacity = (given: Given): Judgement => {
  const ofTurnover = given.read("turnover-ceiling");
  const count = given.read("reference-count-ceiling");
  const ofReference = given.read("reference-share-ceiling");
  const judgement = judge("proportionate", [
    worth(given.scale("turnover"), turnover(given, ofTurnover)),
    worth(given.scale("references"), references(given, count, ofReference)),
  ]);
  if (judgement.outcome !== "failed") return judgement;
  return { ...judgement, figures: highest(given, ofTurnover, ofReference) };
};
