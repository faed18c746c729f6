import type { Index } from "./assessment.ts";
import type { Points } from "./finding.ts";

/** The points of one finding, and whether the weight of its lot is known. */
export interface Scored {
  readonly rule: string;
  readonly points: Points;
  readonly weightKnown: boolean;
}

interface Bounds extends Points {
  readonly least: number;
  readonly most: number;
}

const NOTHING: Index = { score: null, low: null, high: null, coverage: null };

const round = (value: number, decimals: number): number => {
  const factor = 10 ** decimals;
  return Math.round(value * factor + Number.EPSILON) / factor;
};

const total = (list: readonly Scored[], of: (points: Points) => number): number =>
  list.reduce((sum, { points }) => sum + of(points), 0);

/**
 * Lots of unknown estimate weigh equally in the score; the interval allows for any weights, from all on the
 * worst lot to all on the best.
 */
const boundsOf = (findings: readonly Scored[]): Bounds => {
  const earned = total(findings, (points) => points.earned);
  const possible = total(findings, (points) => points.possible);
  const undetermined = total(findings, (points) => points.undetermined);
  if (findings.every(({ weightKnown }) => weightKnown))
    return { earned, possible, undetermined, least: earned, most: earned + undetermined };
  const shares = findings.filter(({ points }) => points.possible > 0).map(({ points }) => points);
  return {
    earned,
    possible,
    undetermined,
    least: possible * Math.min(...shares.map((points) => points.earned / points.possible)),
    most:
      possible * Math.max(...shares.map((points) => (points.earned + points.undetermined) / points.possible)),
  };
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
  const share = (points: number, of: number): number => round((100 * points) / of, 1);
  return {
    score:
      determined === 0
        ? null
        : share(
            sum((bounds) => bounds.earned),
            determined,
          ),
    low: share(
      sum((bounds) => bounds.least),
      possible,
    ),
    high: share(
      sum((bounds) => bounds.most),
      possible,
    ),
    coverage: round(determined / possible, 2),
  };
};
