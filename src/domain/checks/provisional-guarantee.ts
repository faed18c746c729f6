import { estimateWithTax, seenEstimate, taxMissing } from "../estimate.ts";
import type { Points } from "../finding.ts";
import { type Given, seenSum } from "../given.ts";
import { broken, type Condition, type Judgement, judge, met, unknown } from "../judgement.ts";
import { isShareAtMost, shareInDirhams } from "../money.ts";
import { shareStep } from "../steps.ts";

/** No guarantee earns all; a small one half; what the estimate leaves open stays open. */
const pointsOf = (given: Given, isNone: boolean | null, isSmall: boolean | null): Points => {
  const possible = given.scale("noneAsked");
  if (isNone === true) return { earned: possible, possible, undetermined: 0 };
  if (isNone === null) return { earned: 0, possible, undetermined: possible };
  const small = given.scale("smallGuarantee");
  if (isSmall === null) return { earned: 0, possible, undetermined: small };
  return { earned: isSmall ? small : 0, possible, undetermined: 0 };
};

/** The guarantee against the estimate with tax. */
const againstEstimate = (
  given: Given,
  centimes: number,
  ceiling: number,
): readonly [Condition, boolean | null] => {
  const { guarantee, estimate } = given.subject;
  const evidence = [seenSum(`${guarantee.at}/amount`, centimes), ...seenEstimate(estimate)];
  if (estimate.value === undefined) return [unknown("estimateUnknown", [estimate.at], { evidence }), null];
  const range = estimateWithTax(given, estimate.value);
  const facts = { evidence, arithmetic: [shareStep("guaranteeShare", centimes, range.low)] };
  const small = given.read("small-guarantee");
  const isSmall = isShareAtMost(centimes, small, range);
  const fits = isShareAtMost(centimes, ceiling, range);
  if (fits === null) return [unknown("taxDecides", taxMissing(estimate), facts), isSmall];
  const open = isSmall === null ? { missing: taxMissing(estimate) } : {};
  const figures = { guarantee: { amount: shareInDirhams(range.low, small) } };
  return [{ ...(fits ? met(facts) : broken("overCeiling", { ...facts, figures })), ...open }, isSmall];
};

/** The provisional guarantee is at most a share of the estimate; the index prefers none. */
export const provisionalGuarantee = (given: Given): Judgement => {
  const { guarantee } = given.subject;
  const ceiling = given.read("provisional-guarantee-ceiling");
  const centimes = guarantee.value?.centimes;
  if (centimes === undefined)
    return judge("", [unknown("guaranteeUnknown", [guarantee.at])], pointsOf(given, null, null));
  if (centimes === 0)
    return judge(
      "noneAsked",
      [met({ evidence: [seenSum(`${guarantee.at}/amount`, 0)] })],
      pointsOf(given, true, true),
    );
  const [condition, isSmall] = againstEstimate(given, centimes, ceiling);
  return judge("withinCeiling", [condition], pointsOf(given, false, isSmall));
};
