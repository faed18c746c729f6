import { estimateBeforeTax, seenEstimate, taxMissing } from "../estimate.ts";
import { type Given, seen } from "../given.ts";
import { broken, type Condition, inapplicable, type Judgement, judge, met, unknown } from "../judgement.ts";
import { isAtMost, type Range } from "../money.ts";
import { ceilingSteps } from "../steps.ts";
import type { Category } from "../tender.ts";

/** Works have a ceiling of their own; of an unknown category either may be the one. */
const ceilingsOf = ({ read }: Given, category: Category | undefined): readonly number[] => [
  ...(category === "works" ? [] : [read("national-ceiling-other")]),
  ...(category === "works" || category === undefined ? [read("national-ceiling-works")] : []),
];

const announced = ({ tender: { scope } }: Given): Condition => {
  if (scope === undefined) return unknown("scopeUnknown", ["/scope"]);
  const evidence = [seen("/scope", scope)];
  return scope === "national" ? met({ evidence }) : broken("notNational", { evidence });
};

const judgeWithin = (given: Given, range: Range, ceilings: readonly number[]): Judgement => {
  const { estimate } = given.subject;
  const { category } = given.tender;
  const facts = {
    evidence: [...seenEstimate(estimate), ...(category === undefined ? [] : [seen("/category", category)])],
    arithmetic: ceilings.flatMap((ceiling) => ceilingSteps("beforeTax", range, ceiling)),
  };
  const answers = new Set(ceilings.map((ceiling) => isAtMost(range, ceiling)));
  if (answers.size > 1) return judge("", [unknown("categoryUnknown", ["/category"], facts)]);
  if (answers.has(null)) return judge("", [unknown("taxDecides", taxMissing(estimate), facts)]);
  if (answers.has(false)) return inapplicable("aboveCeiling", facts);
  return judge("nationalCall", [met(facts), announced(given)]);
};

/** A call of an estimate at most the ceiling is national: reserved to tenderers established in Morocco. */
export const nationalCall = (given: Given): Judgement => {
  const ceilings = ceilingsOf(given, given.tender.category);
  const { estimate } = given.subject;
  if (estimate.value === undefined) return judge("", [unknown("estimateUnknown", [estimate.at])]);
  return judgeWithin(given, estimateBeforeTax(given, estimate.value), ceilings);
};
