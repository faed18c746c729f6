import { estimateBeforeTax, seenEstimate, taxMissing } from "../estimate.ts";
import { type Given, seen } from "../given.ts";
import { broken, type Condition, type Judgement, judge, met, unknown } from "../judgement.ts";
import { isBelow } from "../money.ts";
import { ceilingSteps } from "../steps.ts";

const smallEnough = (given: Given, ceiling: number): Condition => {
  const { estimate } = given.subject;
  if (estimate.value === undefined) return unknown("estimateUnknown", [estimate.at]);
  const range = estimateBeforeTax(given, estimate.value);
  const facts = { evidence: seenEstimate(estimate), arithmetic: ceilingSteps("beforeTax", range, ceiling) };
  const below = isBelow(range, ceiling);
  // The sources conflict on whether the ceiling itself is allowed; no fact of the tender would settle it.
  if (below === "at") return unknown("atTheCeiling", [], facts);
  if (below === null) return unknown("taxDecides", taxMissing(estimate), facts);
  return below ? met(facts) : broken("overCeiling", facts);
};

const enoughConsulted = ({ tender: { consultedCount } }: Given, fewest: number): Condition => {
  const at = "/consultedCount";
  if (consultedCount === undefined) return unknown("consultedUnknown", [at]);
  const isEnough = consultedCount >= fewest;
  const expression = `${consultedCount} ${isEnough ? "≥" : "<"} ${fewest}`;
  const facts = {
    evidence: [seen(at, consultedCount)],
    arithmetic: [{ label: "consulted", expression, value: consultedCount }],
  };
  return isEnough ? met(facts) : broken("tooFewConsulted", facts);
};

/** A restricted call is for an estimate below the ceiling, and consults enough tenderers. */
export const restrictedCallConditions = (given: Given): Judgement => {
  const ceiling = given.read("restricted-call-ceiling");
  const fewest = given.read("restricted-minimum-consulted");
  return judge("restrictedCallFits", [smallEnough(given, ceiling), enoughConsulted(given, fewest)]);
};
