import { byKey } from "./by-key.ts";
import type { Index } from "./assessment.ts";
import type { Points } from "./finding.ts";

/** The points of one finding, and whether the weight of its lot is known. */
export interface Scored {
  readonly rule: string;
  /** null where the rule does not apply. */
  readonly points: Points | null;
  readonly weightKnown: boolean;
  /** What the whole rule is worth. */
  readonly full: number;
}

/** A rule's points, and how they may end: between `least` and `most` out of `outOf`. */
interface Bounds extends Points {
  readonly least: number;
  readonly most: number;
  readonly outOf: number;
}

const NOTHING: Index = { score: null, low: null, high: null, coverage: null };
const NO_POINTS: Points = { earned: 0, possible: 0, undetermined: 0 };

const round = (value: number, decimals: number): number => {
  const factor = 10 ** decimals;
  return Math.round(value * factor + Number.EPSILON) / factor;
};

const plus = (a: Points, b: Points): Points => ({
  earned: a.earned + b.earned,
  possible: a.possible + b.possible,
  undetermined: a.undetermined + b.undetermined,
});

const bounds = (
  { earned, possible, undetermined }: Points,
  least: number,
  most: number,
  outOf: number,
): Bounds => ({ earned, possible, undetermined, least, most, outOf });

/**
 * Lots of unknown estimate weigh equally in the score; the interval allows for any weights: from all on the
 * worst lot to all on the best, and any part of the rule's worth where it applies to some lots alone.
 */
const boundsOfUnweighed = (findings: readonly Scored[], total: Points): Bounds => {
  const applicable = findings.flatMap(({ points }) => points ?? []);
  const full = Math.max(...findings.map((each) => each.full));
  if (applicable.length < findings.length) return bounds(total, 0, full, full);
  const shares = applicable.filter(({ possible }) => possible > 0);
  const least = Math.min(...shares.map(({ earned, possible }) => earned / possible));
  const most = Math.max(...shares.map((each) => (each.earned + each.undetermined) / each.possible));
  return bounds(total, total.possible * least, total.possible * most, total.possible);
};

const boundsOf = (findings: readonly Scored[]): Bounds => {
  const total = findings.reduce((sum, { points }) => plus(sum, points ?? NO_POINTS), NO_POINTS);
  const { earned, possible, undetermined } = total;
  if (possible === 0) return bounds(total, 0, 0, 0);
  const isWeighed = findings.every(({ weightKnown }) => weightKnown);
  return isWeighed
    ? bounds(total, earned, earned + undetermined, possible)
    : boundsOfUnweighed(findings, total);
};

const percentage = (points: number, of: number): number => round((100 * points) / of, 1);

/**
 * The index: 100 × earned ÷ possible over what is applicable and determined; `low` counts what is
 * undetermined as 0, `high` as full.
 */
export const score = (findings: readonly Scored[]): Index => {
  let total = NO_POINTS;
  let [least, most, outOf] = [0, 0, 0];
  for (const rule of byKey(findings, (scored) => scored.rule)) {
    const each = boundsOf(rule);
    total = plus(total, each);
    least += each.least;
    most += each.most;
    outOf += each.outOf;
  }
  if (total.possible === 0) return NOTHING;
  const determined = total.possible - total.undetermined;
  return {
    score: determined === 0 ? null : percentage(total.earned, determined),
    low: percentage(least, outOf),
    high: percentage(most, outOf),
    coverage: round(determined / total.possible, 2),
  };
};
