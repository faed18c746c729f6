import type { CheckRegistry } from "./checks/index.ts";
import type { Confirmation } from "./confirmation.ts";
import type { Figures, Finding, Points } from "./finding.ts";
import type { Footing } from "./footing.ts";
import { type Case, type Given, givenOf } from "./given.ts";
import { inapplicable, type Judgement, judge, unknown } from "./judgement.ts";
import type { LawfulRule, Law } from "./law.ts";
import { type Reader, readerOf } from "./reader.ts";
import type { Rule } from "./rulebook.ts";
import { hasReached } from "./stage.ts";
import { isByLot } from "./subject.ts";
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

/** A case, the law of its day, and the checks. */
export interface Context extends Case {
  readonly law: Law;
  readonly checks: CheckRegistry;
}

// Answers that no check gives: the same for all rules and tenders.
const NOT_IN_FORCE = inapplicable("notInForce");
const OTHER_PROCEDURE = inapplicable("otherProcedure");
const LATER_STAGE = inapplicable("laterStage");
const DAY_UNKNOWN = judge("", [unknown("dayUnknown", ["/launchedOn"])]);
const PROCEDURE_UNKNOWN = judge("", [unknown("procedureUnknown", ["/procedure"])]);

/** The rule's own reach, before its check: the decree, the procedure, the day. */
const outOfReach = (
  { isInForce, lacksDay, speaksOf }: LawfulRule,
  procedure: Procedure | undefined,
): Judgement | null => {
  if (!isInForce) return NOT_IN_FORCE;
  const speaks = speaksOf(procedure);
  if (speaks === false) return OTHER_PROCEDURE;
  if (lacksDay) return DAY_UNKNOWN;
  return speaks === null ? PROCEDURE_UNKNOWN : null;
};

/** A rule of a later stage is judged all the same when the facts are there. */
const atItsStage = (rule: Rule, stage: Stage, judgement: Judgement): Judgement =>
  judgement.outcome === "cantTell" && !hasReached(stage, rule.stage) ? LATER_STAGE : judgement;

/** A rule that could not be reached keeps its whole weight open. */
const openPoints = (rule: Rule, { outcome, points }: Judgement): Points | null => {
  if (rule.points === undefined || outcome === "inapplicable") return null;
  return points ?? { earned: 0, possible: rule.points.possible, undetermined: rule.points.possible };
};

const weighed = (points: Points | null, weight: number): Points | null =>
  points === null || weight === 1
    ? points
    : {
        earned: points.earned * weight,
        possible: points.possible * weight,
        undetermined: points.undetermined * weight,
      };

/** Each text to paste may name the call; what else it needs comes from the check. */
const figuresFor = (reference: string, figures: Figures | undefined): Figures =>
  figures === undefined ? { reference: { text: reference } } : { reference: { text: reference }, ...figures };

type Growing = { -readonly [K in keyof Finding]: Finding[K] };

// A lot and figures stand only where there are some; written out, for copying the properties of every finding
// takes ten times as long.
const findingOf = (rule: Rule, given: Given, judgement: Judgement, footing: Footing): Finding => {
  const { lot, weight } = given.subject;
  const { id, norm } = rule;
  const { outcome, reason, evidence, arithmetic, missing } = judgement;
  const { parameters, legalBasis } = footing;
  const isFailed = outcome === "failed";
  const effect = isFailed ? footing.effectOf(judgement.effect ?? rule.effect) : null;
  const points = weighed(openPoints(rule, judgement), weight);
  const remedy = isFailed ? (rule.reasons[reason]?.remedy ?? null) : null;
  const finding: Growing =
    lot === null
      ? {
          rule: id,
          outcome,
          norm,
          effect,
          reason,
          evidence,
          arithmetic,
          missing,
          parameters,
          legalBasis,
          points,
          remedy,
        }
      : {
          rule: id,
          lot: lot.id,
          outcome,
          norm,
          effect,
          reason,
          evidence,
          arithmetic,
          missing,
          parameters,
          legalBasis,
          points,
          remedy,
        };
  if (remedy !== null) finding.figures = figuresFor(given.tender.reference, judgement.figures);
  return finding;
};

const judgeSubject = (
  lawful: LawfulRule,
  given: Given,
  checks: CheckRegistry,
  reader: Reader,
): RuledFinding => {
  const { rule } = lawful;
  reader.turnTo(lawful);
  const judgement =
    outOfReach(lawful, given.tender.procedure) ?? checks[rule.check ?? rule.id]?.(given) ?? NOT_IN_FORCE;
  const footing = reader.footing();
  return {
    finding: findingOf(rule, given, atItsStage(rule, given.stage, judgement), footing),
    canBreach: footing.canBreach,
    weightKnown: given.subject.weightKnown,
    worth: rule.points?.possible ?? 0,
    isBinding: lawful.isBinding,
    confirmations: footing.confirmations,
  };
};

/** The findings of the rules, in their order: of each one for the tender, or one for each lot. */
export const judgeRules = (rules: readonly LawfulRule[], context: Context): readonly RuledFinding[] => {
  const reader = readerOf(context.law);
  const whole = [givenOf(context, context.whole, reader)];
  const lots = context.lots.map((lot) => givenOf(context, lot, reader));
  const found: RuledFinding[] = [];
  for (const lawful of rules)
    for (const given of isByLot(context.tender, lawful.rule.byLot) ? lots : whole)
      found.push(judgeSubject(lawful, given, context.checks, reader));
  return found;
};

/** The jurists' words on which the findings rest, each once. */
export const confirmationsIn = (ruled: readonly RuledFinding[]): readonly Confirmation[] => {
  const all = new Set<Confirmation>();
  for (const { confirmations } of ruled) for (const each of confirmations) all.add(each);
  return [...all];
};
