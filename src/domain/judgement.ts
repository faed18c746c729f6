import type { ArithmeticStep, Effect, Evidence, Figures, Outcome, Points } from "./finding.ts";

/** What a check says of one tender or lot: keys and figures, never words. */
export interface Judgement {
  readonly outcome: Outcome;
  readonly reason: string;
  /** Set when this failure is weaker than the rule's own effect. */
  readonly effect: Effect | undefined;
  readonly evidence: readonly Evidence[];
  readonly arithmetic: readonly ArithmeticStep[];
  /** Pointers that would settle what is open. */
  readonly missing: readonly string[];
  readonly points: Points | null;
  /** What a text that mends the failure needs of this case. */
  readonly figures: Figures | undefined;
}

interface Seen {
  readonly evidence?: readonly Evidence[] | undefined;
  readonly arithmetic?: readonly ArithmeticStep[] | undefined;
  readonly figures?: Figures | undefined;
}

const NOTHING: Seen = {};
const NONE: readonly never[] = [];

/** One requirement of a rule. `points` is what it is worth on the rule's scale, earned when it holds. */
export interface Condition {
  readonly holds: boolean | null;
  readonly reason: string;
  readonly evidence?: readonly Evidence[] | undefined;
  readonly arithmetic?: readonly ArithmeticStep[] | undefined;
  readonly figures?: Figures | undefined;
  readonly missing?: readonly string[] | undefined;
  readonly effect?: Effect | undefined;
  readonly points?: number | undefined;
}

// All conditions are made with the same properties in the same order: engines of JavaScript are fastest so.

/** The requirement holds. */
export const met = ({ evidence, arithmetic, figures }: Seen = NOTHING, points?: number): Condition => ({
  holds: true,
  reason: "",
  evidence,
  arithmetic,
  figures,
  missing: undefined,
  effect: undefined,
  points,
});

/** The requirement does not hold; `effect` only when weaker than the rule's own. */
export const broken = (
  reason: string,
  { evidence, arithmetic, figures, effect }: Seen & { readonly effect?: Effect } = NOTHING,
  points?: number,
): Condition => ({ holds: false, reason, evidence, arithmetic, figures, missing: undefined, effect, points });

/** The facts do not say: `missing` lists the pointers that would. */
export const unknown = (
  reason: string,
  missing: readonly string[],
  { evidence, arithmetic, figures }: Seen = NOTHING,
  points?: number,
): Condition => ({ holds: null, reason, evidence, arithmetic, figures, missing, effect: undefined, points });

/** The same condition, worth `points` on the rule's scale. */
export const worth = (
  points: number,
  { holds, reason, evidence, arithmetic, figures, missing, effect }: Condition,
): Condition => ({ holds, reason, evidence, arithmetic, figures, missing, effect, points });

/** Several requirements as one: one false, else one unknown, decides. */
export const together = (conditions: readonly Condition[]): Condition => {
  const [first] = conditions;
  if (first !== undefined && conditions.length === 1) return first;
  const { holds, reason, effect } = deciding(conditions) ?? met();
  return {
    holds,
    reason,
    evidence: gather(conditions, "evidence"),
    arithmetic: gather(conditions, "arithmetic"),
    figures: figuresOf(conditions),
    missing: gather(conditions, "missing"),
    effect,
    points: undefined,
  };
};

/** The rule does not speak of this tender. */
export const inapplicable = (reason: string, { evidence, arithmetic }: Seen = NOTHING): Judgement => ({
  outcome: "inapplicable",
  reason,
  effect: undefined,
  evidence: evidence ?? NONE,
  arithmetic: arithmetic ?? NONE,
  missing: NONE,
  points: null,
  figures: undefined,
});

const SEVERITY: Readonly<Record<Effect, number>> = { breach: 0, warning: 1, points: 2, info: 3 };
const severityOf = ({ effect }: Condition): number => SEVERITY[effect ?? "breach"];

/** The condition that names the outcome: the gravest broken one, else the first unknown. */
const deciding = (conditions: readonly Condition[]): Condition | undefined => {
  let decided: Condition | undefined;
  for (const condition of conditions) {
    if (condition.holds === true || (condition.holds === null && decided !== undefined)) continue;
    const isGraver = decided?.holds !== false || severityOf(condition) < severityOf(decided);
    if (isGraver) decided = condition;
  }
  return decided;
};

/** Points of a scale whose parts are determined one by one; null when no condition carries points. */
const pointsOf = (conditions: readonly Condition[]): Points | null => {
  let [earned, possible, undetermined] = [0, 0, 0];
  let isScored = false;
  for (const { points, holds } of conditions) {
    if (points === undefined) continue;
    isScored = true;
    possible += points;
    if (holds === true) earned += points;
    if (holds === null) undetermined += points;
  }
  return isScored ? { earned, possible, undetermined } : null;
};

type List = "evidence" | "arithmetic" | "missing";

/** The lists of the conditions, one after the other; a list that stands alone is not copied. */
const gather = <K extends List>(conditions: readonly Condition[], key: K): NonNullable<Condition[K]> => {
  let all: NonNullable<Condition[K]> | undefined;
  for (const condition of conditions) {
    const list = condition[key];
    if (list === undefined || list.length === 0) continue;
    all = (all === undefined ? list : [...all, ...list]) as NonNullable<Condition[K]>;
  }
  return all ?? NONE;
};

const outcomeOf = (decided: Condition | undefined): Outcome => {
  if (decided === undefined) return "passed";
  return decided.holds === false ? "failed" : "cantTell";
};

/** The figures of all that is broken; of two of one name the first stands. */
const figuresOf = (conditions: readonly Condition[]): Figures | undefined => {
  let all: Figures | undefined;
  for (const { holds, figures } of conditions)
    if (holds === false && figures !== undefined) all = all === undefined ? figures : { ...figures, ...all };
  return all;
};

/**
 * One false → failed; else one unknown → cantTell; else passed with `passedReason`.
 * `points` replaces the sum of the conditions' own where the scale is not a sum of parts.
 */
export const judge = (
  passedReason: string,
  conditions: readonly Condition[],
  points: Points | null = pointsOf(conditions),
): Judgement => {
  const decided = deciding(conditions);
  const missing = gather(conditions, "missing");
  return {
    outcome: outcomeOf(decided),
    reason: decided?.reason ?? passedReason,
    effect: decided?.effect,
    evidence: gather(conditions, "evidence"),
    arithmetic: gather(conditions, "arithmetic"),
    missing: missing.length < 2 ? missing : [...new Set(missing)],
    points,
    figures: figuresOf(conditions),
  };
};
