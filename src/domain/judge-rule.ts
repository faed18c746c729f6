import type { CheckRegistry } from "./checks/index.ts";
import type { Effect, Finding, LegalBasis, Outcome, ParameterUse, Points } from "./finding.ts";
import type { Given } from "./given.ts";
import { inapplicable, type Judgement, judge, unknown } from "./judgement.ts";
import { isInForce, type LocalDate } from "./local-date.ts";
import { isConstant, isWeak, readerOf } from "./parameters.ts";
import type { Rule, Rulebook } from "./rulebook.ts";
import { hasReached } from "./stage.ts";
import { type Subject, subjectsOf } from "./subject.ts";
import type { Stage } from "./tender.ts";

/** A finding with what the verdict and the index need and the reader does not. */
export interface RuledFinding {
  readonly finding: Finding;
  /** Could this rule, on these sources, break the law? */
  readonly canBreach: boolean;
  readonly weightKnown: boolean;
}

/** What all rules of one tender share. */
export interface Context extends Omit<Given, "subject" | "read" | "readOn" | "scale"> {
  readonly checks: CheckRegistry;
  readonly whole: Subject;
  readonly lots: () => readonly Subject[];
}

const needsDay = (rule: Rule, rulebook: Rulebook): boolean =>
  rule.inForce !== undefined &&
  (rule.inForce.length === 1 || rule.parameters.some((id) => !isConstant(rulebook, id)));

/** The rule's own reach, before its check: the day, the decree, the procedure. */
const outOfReach = (rule: Rule, { on, tender, rulebook }: Context): Judgement | null => {
  if (on === null && needsDay(rule, rulebook)) return judge("", [unknown("dayUnknown", ["/launchedOn"])]);
  if (on !== null && rule.inForce?.some((period) => isInForce(period, on)) === false)
    return inapplicable("notInForce");
  if (rule.onlyFor === undefined && rule.notFor === undefined) return null;
  if (tender.procedure === undefined) return judge("", [unknown("procedureUnknown", ["/procedure"])]);
  const applies =
    (rule.onlyFor?.includes(tender.procedure) ?? true) && rule.notFor?.includes(tender.procedure) !== true;
  return applies ? null : inapplicable("otherProcedure");
};

/** A rule of a later stage is judged all the same when the facts are there. */
const atItsStage = (rule: Rule, stage: Stage, judgement: Judgement): Judgement =>
  judgement.outcome === "cantTell" && !hasReached(stage, rule.stage) ? inapplicable("laterStage") : judgement;

/** The strongest effect the rule may have that day; unknown day → the weakest of its periods. */
const ceilingOn = ({ inForce }: Rule, on: LocalDate | null): Effect | undefined =>
  inForce?.find((period) => (on === null ? period.atMost !== undefined : isInForce(period, on)))?.atMost;

const weaken = (effect: Effect, atMost: Effect | undefined): Effect =>
  effect === "breach" && atMost !== undefined ? atMost : effect;

/** Rule's own sources and those of its parameters: one weak source is enough to forbid a breach. */
const isCapped = (rule: Rule, uses: readonly ParameterUse[]): boolean =>
  rule.legalBasis.some(({ grade }) => isWeak(grade)) || uses.some(({ grade }) => isWeak(grade));

/** Of a rule that read nothing yet, any of its numbers might be the one that decides. */
const possibleUses = (rule: Rule, rulebook: Rulebook): readonly (readonly ParameterUse[])[] =>
  rule.parameters.length === 0
    ? [[]]
    : rule.parameters.map((id) =>
        (rulebook.parameters.get(id)?.values ?? []).map(({ value, grade }) => ({ id, value, grade })),
      );

const canBreach = (rule: Rule, uses: readonly ParameterUse[], context: Context): boolean => {
  if (weaken(rule.effect, ceilingOn(rule, context.on)) !== "breach") return false;
  const cases = uses.length > 0 ? [uses] : possibleUses(rule, context.rulebook);
  return cases.some((each) => !isCapped(rule, each));
};

const effectOf = (rule: Rule, judgement: Judgement, uses: readonly ParameterUse[], on: LocalDate | null) => {
  if (judgement.outcome !== "failed") return null;
  const own = judgement.effect ?? rule.effect;
  const capped = own === "breach" && isCapped(rule, uses) ? "warning" : own;
  return weaken(capped, ceilingOn(rule, on));
};

const key = ({ text, article, grade }: LegalBasis): string => `${text} ${article} ${grade}`;

const basisOf = (
  rule: Rule,
  uses: readonly ParameterUse[],
  { rulebook, on }: Context,
): readonly LegalBasis[] => {
  const ofParameters = uses.flatMap(({ id }) => {
    const values = rulebook.parameters.get(id)?.values ?? [];
    const value = values.find((each) => on !== null && isInForce(each, on)) ?? values[0];
    if (value === undefined) return [];
    const { text, article, grade } = value;
    return [{ text, ...(article === undefined ? {} : { article }), grade }];
  });
  const all = [...rule.legalBasis, ...ofParameters];
  return all.filter((basis, index) => all.findIndex((other) => key(other) === key(basis)) === index);
};

/** A rule that could not be reached keeps its whole weight open. */
const openPoints = (rule: Rule, { outcome, points }: Judgement): Points | null => {
  if (rule.points === undefined || outcome === "inapplicable") return null;
  return points ?? { earned: 0, possible: rule.points.possible, undetermined: rule.points.possible };
};

const weighed = (points: Points | null, { weight }: Subject): Points | null =>
  points === null || weight === 1
    ? points
    : {
        earned: points.earned * weight,
        possible: points.possible * weight,
        undetermined: points.undetermined * weight,
      };

const remedyOf = (rule: Rule, reason: string, outcome: Outcome): string | null =>
  outcome === "failed" ? (rule.reasons[reason]?.remedy ?? null) : null;

const judgeSubject = (rule: Rule, subject: Subject, context: Context): RuledFinding => {
  const reader = readerOf(context.rulebook, context.on);
  const scale = (part: string): number => rule.points?.scale[part] ?? 0;
  const check = (): Judgement =>
    context.checks[rule.id]?.({ ...context, subject, read: reader.read, readOn: reader.readOn, scale }) ??
    inapplicable("notInForce");
  const judgement = atItsStage(rule, context.stage, outOfReach(rule, context) ?? check());
  const { outcome, reason, evidence, arithmetic, missing } = judgement;
  const parameters = reader.uses();
  return {
    finding: {
      rule: rule.id,
      ...(subject.lot === null ? {} : { lot: subject.lot.id }),
      outcome,
      norm: rule.norm,
      effect: effectOf(rule, judgement, parameters, context.on),
      reason,
      evidence,
      arithmetic,
      missing,
      parameters,
      legalBasis: basisOf(rule, parameters, context),
      points: weighed(openPoints(rule, judgement), subject),
      remedy: remedyOf(rule, reason, outcome),
    },
    canBreach: canBreach(rule, parameters, context),
    weightKnown: subject.weightKnown,
  };
};

/** The findings of one rule: one for the tender, or one for each lot. */
export const judgeRule = (rule: Rule, context: Context): readonly RuledFinding[] =>
  subjectsOf(context.tender, context.whole, rule.byLot, context.lots).map((subject) =>
    judgeSubject(rule, subject, context),
  );
