import { estimateWithTax, seenEstimate, taxMissing } from "../estimate.ts";
import { type Given, seenSum } from "../given.ts";
import { broken, type Condition, type Judgement, judge, met, unknown } from "../judgement.ts";
import { hasReached } from "../stage.ts";
import { dirhams, isAtMost } from "../money.ts";
import { ceilingSteps } from "../steps.ts";
import type { Award } from "../tender.ts";

const ofAwards = (awards: readonly Award[], ceiling: number): Condition => {
  const missing = awards.flatMap(({ amount, pointer }) =>
    amount === undefined ? [`${pointer}/amount`] : [],
  );
  const sum = awards.reduce((total, { amount }) => total + (amount?.centimes ?? 0), 0);
  const evidence = awards.flatMap(({ amount, pointer }) =>
    amount === undefined ? [] : [seenSum(`${pointer}/amount`, amount.centimes)],
  );
  const isWithin = sum <= ceiling;
  // A part of the awards may be over the ceiling; that it is under it says nothing of the whole.
  if (isWithin && missing.length > 0) return unknown("amountUnknown", missing, { evidence });
  const expression = `${dirhams(sum)} ${isWithin ? "≤" : ">"} ${dirhams(ceiling)}`;
  const facts = { evidence, arithmetic: [{ label: "awarded", expression, value: dirhams(sum) }] };
  return isWithin ? met(facts) : broken("overCeiling", facts);
};

const ofEstimate = (given: Given, ceiling: number): Condition => {
  const { estimate } = given.subject;
  if (estimate.value === undefined) return unknown("amountUnknown", [estimate.at]);
  const range = estimateWithTax(given, estimate.value);
  const facts = { evidence: seenEstimate(estimate), arithmetic: ceilingSteps("withTax", range, ceiling) };
  const fits = isAtMost(range, ceiling);
  if (fits === null) return unknown("taxDecides", taxMissing(estimate), facts);
  return fits ? met(facts) : broken("overCeiling", facts);
};

/** A purchase order is for an amount with tax at most the ceiling: the award's when awarded, else the estimate. */
export const purchaseOrderCeiling = (given: Given): Judgement => {
  const ceiling = given.read("purchase-order-ceiling");
  const awards = given.tender.awards ?? [];
  if (awards.length > 0) return judge("withinCeiling", [ofAwards(awards, ceiling)]);
  if (hasReached(given.stage, "awarded")) return judge("", [unknown("amountUnknown", ["/award"])]);
  return judge("withinCeiling", [ofEstimate(given, ceiling)]);
};
