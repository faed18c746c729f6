import { estimateBeforeTax, seenEstimate, taxMissing } from "../estimate.ts";
import type { Given } from "../given.ts";
import { broken, type Judgement, judge, met, unknown } from "../judgement.ts";
import { isAtMost } from "../money.ts";
import { ceilingSteps } from "../steps.ts";

/** A simplified open call is for an estimate before tax at most the ceiling. */
export const simplifiedCallCeiling = (given: Given): Judgement => {
  const ceiling = given.read("simplified-call-ceiling");
  const { estimate } = given.subject;
  if (estimate.value === undefined) return judge("", [unknown("estimateUnknown", [estimate.at])]);
  const range = estimateBeforeTax(given, estimate.value);
  const facts = { evidence: seenEstimate(estimate), arithmetic: ceilingSteps("beforeTax", range, ceiling) };
  const fits = isAtMost(range, ceiling);
  if (fits === null) return judge("", [unknown("taxDecides", taxMissing(estimate), facts)]);
  return judge("withinCeiling", [fits ? met(facts) : broken("overCeiling", facts)]);
};
