import type { Explanation } from "../../domain/explain.ts";
import type { ArithmeticStep, Finding, Grade, LegalBasis } from "../../domain/finding.ts";
import { formatStep } from "../../domain/format-step.ts";
import type { ReportWords } from "../report-words.ts";
import { type FactReading, type FactView, factLabel, factView } from "./fact-view.ts";
import type { Printer, Said } from "./printer.ts";

/** A finding as strings. `tone` names a style: the effect of a failed rule, else its outcome. */
export interface FindingView {
  readonly title: string;
  readonly lot: Said | null;
  readonly tone: string;
  readonly outcome: string;
  readonly demand: string;
  readonly explanation: string;
  readonly remedy: string | null;
  readonly steps: readonly { readonly label: string; readonly expression: string }[];
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

const stepView = (step: ArithmeticStep, words: ReportWords, printer: Printer) => ({
  label: words.labels[step.label] ?? step.label,
  expression: formatStep(step, printer.language),
});

/** `0 sur 12`; null where there are none to win. */
const pointsView = ({ points }: Finding, printer: Printer): string | null => {
  if (points === null || points.possible === 0) return null;
  const { earned, possible, undetermined } = points;
  const values = { earned: printer.points(earned), possible: printer.points(possible) };
  if (undetermined === 0) return printer.fill("pointsOf", values);
  return printer.fill("pointsOpen", { ...values, open: printer.points(undetermined) });
};

/** A finding in the words of the rulebook. */
export const findingView = (
  finding: Finding,
  explanation: Explanation,
  reading: FactReading,
): FindingView => {
  const { words, printer } = reading;
  const { outcome, effect, lot } = finding;
  const tone = outcome === "failed" ? (effect ?? "warning") : outcome;
  return {
    title: explanation.title,
    demand: explanation.demand,
    explanation: explanation.explanation,
    remedy: explanation.remedyText,
    lot: lot === undefined ? null : printer.said(lot),
    tone,
    outcome: (outcome === "failed" ? words.effects[tone] : words.outcomes[outcome]) ?? tone,
    steps: finding.arithmetic.map((step) => stepView(step, words, printer)),
    evidence: finding.evidence.map((each) => factView(each, reading)),
    missing: finding.missing.map((pointer) => ({ label: factLabel(pointer, reading), pointer })),
    bases: finding.legalBasis.map((basis) => basisView(basis, words, printer)),
    points: pointsView(finding, printer),
  };
};
