import { byKey } from "./by-key.ts";
import type { Explanation } from "./explain.ts";
import type { ArithmeticStep, Evidence, Finding, Points } from "./finding.ts";

/** A finding and its words in one language. */
export interface Worded {
  readonly finding: Finding;
  readonly words: Explanation;
}

/** A finding; or what a rule found alike in several lots, as one. */
export interface Alike extends Worded {
  /** The lots of which it is said, in their order; none where the tender as a whole was judged. */
  readonly lots: readonly string[];
  readonly steps: readonly LotStep[];
  readonly evidence: readonly Evidence[];
  readonly missing: readonly string[];
  /** Those of all the lots together. */
  readonly points: Points | null;
  readonly remedies: readonly Remedy[];
}

/** `lot`: whose step it is, where there are several. */
export interface LotStep {
  readonly lot: string | null;
  readonly step: ArithmeticStep;
}

/** A text to paste, and the lots it is for; none where it is for all of them. */
export interface Remedy {
  readonly lots: readonly string[];
  readonly text: string;
}

const firstOf = <T>(values: readonly T[], keyOf: (value: T) => string): readonly T[] =>
  byKey(values, keyOf).flatMap(([first]) => (first === undefined ? [] : [first]));

/** What must be the same for two lots to be told of together. */
const sameness = ({ finding, words }: Worded): string => {
  const { rule, outcome, norm, effect, reason, legalBasis } = finding;
  return JSON.stringify([rule, outcome, norm, effect, reason, legalBasis, words.demand, words.explanation]);
};

const lotOf = ({ finding }: Worded): string => finding.lot ?? "";

const remediesOf = (group: readonly Worded[]): readonly Remedy[] => {
  const mended = group.filter(({ words }) => words.remedyText !== null);
  const texts = byKey(mended, ({ words }) => words.remedyText ?? "");
  return texts.map((same) => ({
    lots: same.length === group.length ? [] : same.map(lotOf),
    text: same[0]?.words.remedyText ?? "",
  }));
};

const pointsOf = (group: readonly Worded[]): Points | null => {
  const all = group.flatMap(({ finding: { points } }) => (points === null ? [] : [points]));
  const sum = (part: keyof Points): number => all.reduce((total, points) => total + points[part], 0);
  return all.length === 0
    ? null
    : { earned: sum("earned"), possible: sum("possible"), undetermined: sum("undetermined") };
};

const together = (group: readonly Worded[], first: Worded): Alike => ({
  ...first,
  lots: group.flatMap(({ finding: { lot } }) => (lot === undefined ? [] : [lot])),
  steps: group.flatMap(({ finding: { lot, arithmetic } }) =>
    arithmetic.map((step) => ({ lot: group.length > 1 ? (lot ?? null) : null, step })),
  ),
  evidence: firstOf(
    group.flatMap(({ finding }) => finding.evidence),
    ({ pointer }) => pointer,
  ),
  missing: firstOf(
    group.flatMap(({ finding }) => finding.missing),
    (pointer) => pointer,
  ),
  points: pointsOf(group),
  remedies: remediesOf(group),
});

/** Findings for a reader: what a rule says alike of several lots is told once, where the first of them stood. */
export const alike = (findings: readonly Worded[]): readonly Alike[] => {
  // A finding of the whole tender stands alone, whatever it says.
  const keyOf = (worded: Worded, index: number): string =>
    worded.finding.lot === undefined ? String(index) : sameness(worded);
  return byKey(findings, keyOf).flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [together(group, first)];
  });
};
