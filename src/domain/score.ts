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

const round = (value: number, decimals: number): number => {
  const factor = 10 ** decimals;
  return Math.round(value * factor + Number.EPSILON) / factor;
};

const total = (list: readonly Points[], of: (points: Points) => number): number =>
  list.reduce((sum, points) => sum + of(points), 0);

/**
 * Lots of unknown estimate weigh equally in the score; the interval allows for any weights: from all on the
 * worst lot to all on the best, and any part of the rule's worth where it applies to some lots alone.
 */
const boundsOf = (findings: readonly Scored[]): Bounds => {
  const list = findings.flatMap(({ points }) => points ?? []);
  const earned = total(list, (points) => points.earned);
  const possible = total(list, (points) => points.possible);
  const undetermined = total(list, (points) => points.undetermined);
  const nominal = { earned, possible, undetermined };
  if (possible === 0) return { ...nominal, least: 0, most: 0, outOf: 0 };
  if (findings.every(({ weightKnown }) => weightKnown))
    return { ...nominal, least: earned, most: earned + undetermined, outOf: possible };
  const full = Math.max(...findings.map((each) => each.full));
  if (list.length < findings.length) return { ...nominal, least: 0, most: full, outOf: full };
  const shares = list.filter((points) => points.possible > 0);
  const least = Math.min(...shares.map((points) => points.earned / points.possible));
  const most = Math.max(...shares.map((points) => (points.earned + points.undetermined) / points.possible));
  return { ...nominal, least: possible * least, most: possible * most, outOf: possible };
};

const byRule = (findings: readonly Scored[]): ReadonlyMap<string, Scored[]> => {
  const groups = new Map<string, Scored[]>();
  for (const scored of findings) groups.set(scored.rule, [...(groups.get(scored.rule) ?? []), scored]);
  return groups;
};

/**
 * The index: 100 × earned ÷ possible over what is applicable and determined; `low` counts what is
 * undetermined as 0, `high` as full.
 */
export const score = (findings: readonly Scored[]): Index => {
  const rules = [...byRule(findings).values()].map(boundsOf);
  const sum = (of: (bounds: Bounds) => number): number => rules.reduce((all, bounds) => all + of(bounds), 0);
  const possible = sum((bounds) => bounds.possible);
  if (possible === 0) return NOTHING;
  const determined = possible - sum((bounds) => bounds.undetermined);
  const earned = sum((bounds) => bounds.earned);
  const outOf = sum((bounds) => bounds.outOf);
  const percentage = (points: number, of: number): number => round((100 * points) / of, 1);
  return {
    score: determined === 0 ? null : percentage(earned, determined),
    low: percentage(
      sum((bounds) => bounds.least),
      outOf,
    ),
    high: percentage(
      sum((bounds) => bounds.most),
      outOf,
    ),
    coverage: round(determined / possible, 2),
  };
};
