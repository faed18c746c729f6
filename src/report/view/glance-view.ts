import type { Assessment } from "../../domain/assessment.ts";
import type { Finding } from "../../domain/finding.ts";
import type { Side } from "../report-input.ts";
import type { Printer } from "./printer.ts";

/** Verdict and index side by side: two things that are never mixed. */
export interface GlanceView {
  readonly verdict: string;
  readonly tone: string;
  readonly counts: readonly string[];
  readonly score: string;
  readonly interval: string | null;
  readonly chart: ChartView | null;
}

/** Attribute values of the two figures. */
export interface ChartView {
  readonly low: string;
  readonly high: string;
  /** Empty when nothing could be determined. */
  readonly score: string;
  readonly gaugeAlt: string;
  readonly coverage: string;
  readonly coverageLabel: string;
}

const TONES: Readonly<Record<Assessment["verdict"], string>> = {
  compliant: "passed",
  compliantWithReservations: "warning",
  nonCompliant: "breach",
  undetermined: "cantTell",
  outOfScope: "inapplicable",
};

const COUNTS: readonly (readonly [string, (finding: Finding) => boolean])[] = [
  ["countBreaches", ({ effect }) => effect === "breach"],
  ["countWarnings", ({ effect }) => effect === "warning"],
  ["countPoints", ({ effect }) => effect === "points"],
  ["countOpen", ({ outcome }) => outcome === "cantTell"],
  ["countPassed", ({ outcome }) => outcome === "passed"],
];

const countsOf = ({ findings }: Assessment, printer: Printer): readonly string[] =>
  COUNTS.map(([key, is]) => [key, findings.filter(is).length] as const)
    .filter(([, count]) => count > 0)
    .map(([key, count]) => printer.fill(key, { count: printer.number(count) }));

const chartOf = ({ index }: Assessment, interval: string, printer: Printer): ChartView | null => {
  const { low, high, score, coverage } = index;
  if (low === null || high === null || coverage === null) return null;
  return {
    low: String(low),
    high: String(high),
    score: score === null ? "" : String(score),
    gaugeAlt: interval,
    coverage: String(coverage),
    coverageLabel: printer.fill("coverage", { share: printer.share(coverage) }),
  };
};

const intervalOf = ({ index }: Assessment, printer: Printer): string | null => {
  const { low, high, coverage } = index;
  if (low === null || high === null) return null;
  return printer.fill(low === high && coverage === 1 ? "intervalClosed" : "interval", {
    low: printer.number(low),
    high: printer.number(high),
  });
};

const scoreOf = ({ index }: Assessment, printer: Printer): string => {
  if (index.low === null) return printer.word("noIndex");
  return index.score === null ? printer.word("indexOpen") : `${printer.number(index.score)} / 100`;
};

/** The first thing a reader sees. */
export const glanceView = ({ assessment, words }: Side, printer: Printer): GlanceView => {
  const interval = intervalOf(assessment, printer);
  return {
    verdict: words.verdict,
    tone: TONES[assessment.verdict],
    counts: countsOf(assessment, printer),
    score: scoreOf(assessment, printer),
    interval,
    chart: interval === null ? null : chartOf(assessment, interval, printer),
  };
};
