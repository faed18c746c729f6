import type { Alike, LotStep, Remedy } from "../../domain/alike.ts";
import type { Finding, Grade, LegalBasis, Points } from "../../domain/finding.ts";
import { formatStep } from "../../domain/format-step.ts";
import type { ReportWords } from "../report-words.ts";
import { type FactReading, type FactView, factLabel, factView } from "./fact-view.ts";
import type { Printer, Said } from "./printer.ts";

/**
 * A finding as strings, of the tender, of one lot (`lot`) or alike of several (`lots`). `tone` names a style: the
 * effect of a failed rule, else its outcome.
 */
export interface FindingView {
  readonly title: string;
  readonly lot: Said | null;
  readonly lots: readonly Said[];
  readonly tone: string;
  readonly outcome: string;
  readonly demand: string;
  readonly explanation: string;
  readonly remedies: readonly { readonly lots: readonly Said[]; readonly text: string }[];
  readonly steps: readonly {
    readonly lot: Said | null;
    readonly label: string;
    readonly expression: string;
  }[];
  readonly evidence: readonly FactView[];
  readonly missing: readonly { readonly label: string; readonly pointer: string }[];
  readonly bases: readonly BasisView[];
  readonly points: string | null;
}

export interface BasisView {
  readonly text: string;
  readonly article: string | null;
  readonly grade: string;
  /** What to beware of; null when the text itself or a real file was read. */
  readonly caution: string | null;
}

const NEEDS_CAUTION: ReadonlySet<Grade> = new Set(["S", "R", "C"]);

const basisView = ({ text, article, grade }: LegalBasis, words: ReportWords, printer: Printer): BasisView => {
  const known = words.texts.find(({ id }) => id === text);
  // The name of the policy says itself that it is no law.
  const isUncertain = known?.isPolicy !== true && NEEDS_CAUTION.has(grade);
  return {
    text: known?.short ?? text,
    article: article === undefined ? null : printer.fill("article", { article }),
    grade,
    caution: isUncertain ? printer.word("toBeConfirmed") : null,
  };
};

const stepView = ({ lot, step }: LotStep, words: ReportWords, printer: Printer) => ({
  lot: lot === null ? null : printer.said(lot),
  label: words.labels[step.label] ?? step.label,
  expression: formatStep(step, printer.language),
});

const remedyView = ({ lots, text }: Remedy, printer: Printer) => ({
  lots: lots.map((lot) => printer.said(lot)),
  text,
});

/** `0 sur 12`; null where there are none to win. */
const pointsView = (points: Points | null, printer: Printer): string | null => {
  if (points === null || points.possible === 0) return null;
  const { earned, possible, undetermined } = points;
  const values = { earned: printer.points(earned), possible: printer.points(possible) };
  if (undetermined === 0) return printer.fill("pointsOf", values);
  return printer.fill("pointsOpen", { ...values, open: printer.points(undetermined) });
};

/** The style of a finding: the effect of a failed rule, else its outcome. */
const toneOf = ({ outcome, effect }: Finding): string =>
  outcome === "failed" ? (effect ?? "warning") : outcome;

const outcomeOf = (finding: Finding, words: ReportWords): string => {
  const tone = toneOf(finding);
  return (finding.outcome === "failed" ? words.effects[tone] : words.outcomes[finding.outcome]) ?? tone;
};

/** A finding in the words of the rulebook. */
export const findingView = (alike: Alike, reading: FactReading): FindingView => {
  const { words, printer } = reading;
  const { finding } = alike;
  const lots = alike.lots.map((lot) => printer.said(lot));
  return {
    title: alike.words.title,
    demand: alike.words.demand,
    explanation: alike.words.explanation,
    lot: lots.length === 1 ? (lots[0] ?? null) : null,
    lots: lots.length === 1 ? [] : lots,
    remedies: alike.remedies.map((remedy) => remedyView(remedy, printer)),
    tone: toneOf(finding),
    outcome: outcomeOf(finding, words),
    steps: alike.steps.map((step) => stepView(step, words, printer)),
    evidence: alike.evidence.map((each) => factView(each, reading)),
    missing: alike.missing.map((pointer) => ({ label: factLabel(pointer, reading), pointer })),
    bases: finding.legalBasis.map((basis) => basisView(basis, words, printer)),
    points: pointsView(alike.points, printer),
  };
};
