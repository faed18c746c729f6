import type { CheckRegistry } from "./checks/index.ts";
import type { Confirmation } from "./confirmation.ts";
import type { Figures, Finding, Outcome, Points } from "./finding.ts";
import type { Given } from "./given.ts";
import { inapplicable, type Judgement, judge, unknown } from "./judgement.ts";
import { isInForce } from "./local-date.ts";
import { isConstant, readerOf } from "./parameters.ts";
import type { Rule, Rulebook } from "./rulebook.ts";
import { basisOf, canBreach, effectOf } from "./sources.ts";
import { hasReached } from "./stage.ts";
import { type Subject, subjectsOf } from "./subject.ts";
import type { Procedure, Stage } from "./tender.ts";

/** A finding with what the verdict and the index need and the reader does not. */
export interface RuledFinding {
  readonly finding: Finding;
  /** Could this rule, on these sources, break the law? */
  readonly canBreach: boolean;
  readonly weightKnown: boolean;
  /** Points of the whole rule; 0 when it carries none. */
  readonly worth: number;
  /** Does the rule speak of the law, with a breach or a doubt when it fails? */
  readonly isBinding: boolean;
  /** The jurists' words on which its numbers rest. */
  readonly confirmations: readonly Confirmation[];
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

const isOtherProcedure = ({ onlyFor, notFor }: Rule, procedure: Procedure): boolean =>
  onlyFor?.includes(procedure) === false || notFor?.includes(procedure) === true;

/** The rule's own reach, before its check: the decree, the procedure, the day. */
const outOfReach = (rule: Rule, { on, tender: { procedure }, rulebook }: Context): Judgement | null => {
  if (on !== null && rule.inForce?.some((period) => isInForce(period, on)) === false)
    return inapplicable("notInForce");
  if (procedure !== undefined && isOtherProcedure(rule, procedure)) return inapplicable("otherProcedure");
  if (on === null && needsDay(rule, rulebook)) return judge("", [unknown("dayUnknown", ["/launchedOn"])]);
  if (procedure === undefined && (rule.onlyFor ?? rule.notFor) !== undefined)
    return judge("", [unknown("procedureUnknown", ["/procedure"])]);
  return null;
};

/** A rule of a later stage is judged all the same when the facts are there. */
const atItsStage = (rule: Rule, stage: Stage, judgement: Judgement): Judgement =>
  judgement.outcome === "cantTell" && !hasReached(stage, rule.stage) ? inapplicable("laterStage") : judgement;

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

/** Each text to paste may name the call; what else it needs comes from the check. */
const mending = (
  rule: Rule,
  { reason, outcome, figures }: Judgement,
  { tender }: Context,
): { readonly remedy: string | null; readonly figures?: Figures } => {
  const remedy = remedyOf(rule, reason, outcome);
  if (remedy === null) return { remedy };
  return { remedy, figures: { reference: { text: tender.reference }, ...figures } };
};

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
      effect: effectOf(rule, judgement, parameters, context),
      reason,
      evidence,
      arithmetic,
      missing,
      parameters,
      legalBasis: basisOf(rule, parameters, context),
      points: weighed(openPoints(rule, judgement), subject),
      ...mending(rule, judgement, context),
    },
    canBreach: canBreach(rule, parameters, context),
    weightKnown: subject.weightKnown,
    worth: rule.points?.possible ?? 0,
    isBinding: rule.norm === "binding" && rule.effect !== "info",
    confirmations: reader.confirmations(),
  };
};

/** The findings of one rule: one for the tender, or one for each lot. */
export const judgeRule = (rule: Rule, context: Context): readonly RuledFinding[] =>
  subjectsOf(context.tender, context.whole, rule.byLot, context.lots).map((subject) =>
    judgeSubject(rule, subject, context),
  );
