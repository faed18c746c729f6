import type { ArithmeticStep, Effect, Evidence, Figures, Outcome, Points } from "./finding.ts";

/** What a check says of one tender or lot: keys and figures, never words. */
export interface Judgement {
  readonly outcome: Outcome;
  readonly reason: string;
  /** Set when this failure is weaker than the rule's own effect. */
  readonly effect?: Effect;
  readonly evidence: readonly Evidence[];
  readonly arithmetic: readonly ArithmeticStep[];
  /** Pointers that would settle what is open. */
  readonly missing: readonly string[];
  readonly points: Points | null;
  /** What a text that mends the failure needs of this case. */
  readonly figures?: Figures;
}

interface Seen {
  readonly evidence?: readonly Evidence[];
  readonly arithmetic?: readonly ArithmeticStep[];
  readonly figures?: Figures;
}

/** One requirement of a rule. `points` is what it is worth on the rule's scale, earned when it holds. */
export interface Condition extends Seen {
  readonly holds: boolean | null;
  readonly reason: string;
  readonly missing?: readonly string[];
  readonly effect?: Effect;
  readonly points?: number;
}

/** The requirement holds. */
export const met = (seen: Seen = {}, points?: number): Condition => ({
  ...seen,
  holds: true,
  reason: "",
  ...(points === undefined ? {} : { points }),
});

/** The requirement does not hold; `effect` only when weaker than the rule's own. */
export const broken = (
  reason: string,
  seen: Seen & { effect?: Effect } = {},
  points?: number,
): Condition => ({
  ...seen,
  holds: false,
  reason,
  ...(points === undefined ? {} : { points }),
});

/** The facts do not say: `missing` lists the pointers that would. */
export const unknown = (
  reason: string,
  missing: readonly string[],
  seen: Seen = {},
  points?: number,
): Condition => ({ ...seen, holds: null, reason, missing, ...(points === undefined ? {} : { points }) });

/** The same condition, worth `points` on the rule's scale. */
export const worth = (points: number, condition: Condition): Condition => ({ ...condition, points });

/** The rule does not speak of this tender. */
export const inapplicable = (reason: string, seen: Seen = {}): Judgement => ({
  outcome: "inapplicable",
  reason,
  evidence: seen.evidence ?? [],
  arithmetic: seen.arithmetic ?? [],
  missing: [],
  points: null,
});

const SEVERITY: Readonly<Record<Effect, number>> = { breach: 0, warning: 1, points: 2, info: 3 };
const severityOf = ({ effect }: Condition): number => SEVERITY[effect ?? "breach"];

/** The condition that names the outcome: the gravest broken one, else the first unknown. */
const deciding = (conditions: readonly Condition[]): Condition | undefined => {
  const failed = conditions.filter(({ holds }) => holds === false);
  if (failed.length === 0) return conditions.find(({ holds }) => holds === null);
  return failed.reduce((worst, next) => (severityOf(next) < severityOf(worst) ? next : worst));
};

/** Points of a scale whose parts are determined one by one; null when no condition carries points. */
const pointsOf = (conditions: readonly Condition[]): Points | null => {
  const parts = conditions.filter(({ points }) => points !== undefined);
  if (parts.length === 0) return null;
  const sum = (holds: readonly (boolean | null)[]): number =>
    parts.reduce((total, part) => (holds.includes(part.holds) ? total + (part.points ?? 0) : total), 0);
  return { earned: sum([true]), possible: sum([true, false, null]), undetermined: sum([null]) };
};

/** The figures of all that is broken; of two of one name the first stands. */
const figuresOf = (conditions: readonly Condition[]): Figures | null => {
  const figures = conditions.flatMap(({ holds, figures: own }) => (holds === false && own ? [own] : []));
  return figures.length === 0 ? null : Object.assign({}, ...figures.toReversed());
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
  const figures = figuresOf(conditions);
  return {
    outcome: decided === undefined ? "passed" : decided.holds === false ? "failed" : "cantTell",
    reason: decided?.reason ?? passedReason,
    ...(decided?.effect === undefined ? {} : { effect: decided.effect }),
    evidence: conditions.flatMap(({ evidence }) => evidence ?? []),
    arithmetic: conditions.flatMap(({ arithmetic }) => arithmetic ?? []),
    missing: [...new Set(conditions.flatMap(({ missing }) => missing ?? []))],
    points,
    ...(figures === null ? {} : { figures }),
  };
};
