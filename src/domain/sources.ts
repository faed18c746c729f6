import type { Effect, LegalBasis, ParameterUse } from "./finding.ts";
import type { Judgement } from "./judgement.ts";
import { isInForce, type LocalDate } from "./local-date.ts";
import { isWeak } from "./parameters.ts";
import type { ParameterValue, Rule, RuleBasis, Rulebook } from "./rulebook.ts";

// What a finding rests on, and how far its sources let it go: a source that was not read in a legal text or a
// tender document cannot make a breach.

/** The rulebook, on a day. */
interface Law {
  readonly rulebook: Rulebook;
  readonly on: LocalDate | null;
}

/** The strongest effect the rule may have that day; unknown day → the weakest of its periods. */
const ceilingOn = ({ inForce }: Rule, on: LocalDate | null): Effect | undefined =>
  inForce?.find((period) => (on === null ? period.atMost !== undefined : isInForce(period, on)))?.atMost;

const weaken = (effect: Effect, atMost: Effect | undefined): Effect =>
  effect === "breach" && atMost !== undefined ? atMost : effect;

/** The rule's own sources that day; without a day, those that still hold. */
const ownBasis = ({ legalBasis }: Rule, on: LocalDate | null): readonly RuleBasis[] =>
  legalBasis.filter(({ from, until }) =>
    on === null
      ? until === undefined
      : isInForce({ from: from ?? on, ...(until === undefined ? {} : { until }) }, on),
  );

/** Rule's own sources and those of its parameters: one weak source is enough to forbid a breach. */
const isCapped = (basis: readonly RuleBasis[], uses: readonly ParameterUse[]): boolean =>
  [...basis, ...uses].some(({ grade }) => isWeak(grade));

/** The value that a finding may cite: that of the day, else the one that still holds. */
const citedValue = (rulebook: Rulebook, id: string, on: LocalDate | null): ParameterValue | undefined => {
  const values = rulebook.parameters.get(id)?.values ?? [];
  return values.find((value) => on !== null && isInForce(value, on)) ?? values.at(-1);
};

/** Of a rule that read nothing yet, any of its numbers of the law might be the one that decides. */
const possibleUses = (rule: Rule, { rulebook, on }: Law): readonly (readonly ParameterUse[])[] => {
  const uses = rule.parameters.flatMap((id) => {
    const cited = citedValue(rulebook, id, on);
    return cited === undefined || cited.grade === "P" ? [] : [{ id, value: cited.value, grade: cited.grade }];
  });
  return uses.length === 0 ? [[]] : uses.map((use) => [use]);
};

/** Could a failure of this rule be a breach, given what it has read? */
export const canBreach = (rule: Rule, uses: readonly ParameterUse[], law: Law): boolean => {
  if (weaken(rule.effect, ceilingOn(rule, law.on)) !== "breach") return false;
  const cases = uses.length > 0 ? [uses] : possibleUses(rule, law);
  return cases.some((each) => !isCapped(ownBasis(rule, law.on), each));
};

/** The effect of a failure after the cap by source and by period; null when nothing failed. */
export const effectOf = (
  rule: Rule,
  judgement: Judgement,
  uses: readonly ParameterUse[],
  { on }: Law,
): Effect | null => {
  if (judgement.outcome !== "failed") return null;
  const own = judgement.effect ?? rule.effect;
  const capped = own === "breach" && isCapped(ownBasis(rule, on), uses) ? "warning" : own;
  return weaken(capped, ceilingOn(rule, on));
};

const key = ({ text, article, grade }: LegalBasis): string => `${text} ${article} ${grade}`;

const toBasis = ({ text, article, grade }: LegalBasis): LegalBasis => ({
  text,
  ...(article === undefined ? {} : { article }),
  grade,
});

/** Own sources, then those of the numbers read; of a rule that read none, those it would read. */
export const basisOf = (
  rule: Rule,
  uses: readonly ParameterUse[],
  { rulebook, on }: Law,
): readonly LegalBasis[] => {
  const own = ownBasis(rule, on);
  const ids = uses.length > 0 || own.length > 0 ? uses.map(({ id }) => id) : rule.parameters;
  const cited = ids.flatMap((id) => citedValue(rulebook, id, on) ?? []);
  const all = [...own, ...cited].map(toBasis);
  return all.filter((basis, index) => all.findIndex((other) => key(other) === key(basis)) === index);
};
