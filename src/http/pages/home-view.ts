import type { Assessment, Index } from "../../domain/assessment.ts";
import { ask, explain } from "../../domain/explain.ts";
import type { Finding } from "../../domain/finding.ts";
import { formatNumber, formatShare, isolateReferences } from "../../domain/format.ts";
import type { Rulebook } from "../../domain/rulebook.ts";
import type { Language, LocalText } from "../../domain/tender.ts";
import type { InputError } from "../../intake/input-error.ts";
import type { ReadTender } from "../../intake/read-tender.ts";
import type { PageWords, Service } from "../service.ts";
import { plainPen } from "../../letters/plain-pen.ts";
import type { Page, View } from "./page.ts";

/** A tender that was read, and what was found. */
export interface Result {
  readonly read: ReadTender;
  readonly assessment: Assessment;
}

type Group = "breach" | "warning" | "points" | "info" | "cantTell" | "passed" | "inapplicable";
const GROUPS: readonly Group[] = [
  "breach",
  "warning",
  "points",
  "cantTell",
  "info",
  "passed",
  "inapplicable",
];
/** Groups that are shown open: what asks for action. */
const OPEN: ReadonlySet<Group> = new Set(["breach", "warning", "points", "cantTell"]);

export interface FindingView {
  readonly title: string;
  readonly lot: string | null;
  readonly explanation: string;
  readonly basis: readonly string[];
  readonly steps: readonly {
    readonly label: string;
    readonly expression: string;
    readonly value: string | null;
  }[];
  readonly missing: readonly string[];
  readonly remedyText: string | null;
}

export interface ResultView {
  readonly reference: string;
  readonly title: string;
  readonly buyer: string;
  readonly law: string;
  readonly stage: string;
  readonly verdict: { readonly code: string; readonly words: string };
  readonly index: {
    readonly score: string | null;
    readonly interval: string;
    readonly low: number;
    readonly width: number;
    readonly lowText: string;
    readonly highText: string;
  } | null;
  readonly groups: readonly {
    readonly code: Group;
    readonly title: string;
    readonly isOpen: boolean;
    readonly count: number;
    readonly findings: readonly FindingView[];
  }[];
  readonly question: { readonly text: string; readonly pointer: string } | null;
  readonly warnings: readonly InputError[];
}

export interface HomeView extends View {
  readonly title: string;
  readonly examples: readonly { readonly name: string; readonly title: string }[];
  readonly text: string;
  readonly errors: readonly InputError[];
  readonly result: ResultView | null;
}

const pick = (text: LocalText, language: Language): string =>
  text[language] ?? text.fr ?? text.ar ?? text.en ?? "";

const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole);

const groupOf = ({ outcome, effect }: Finding): Group =>
  outcome === "failed" ? (effect ?? "warning") : outcome;

const basisOf = (
  finding: Finding,
  rulebook: Rulebook,
  language: Language,
  words: PageWords,
): readonly string[] =>
  finding.legalBasis.map(({ text, article, grade }) => {
    const short = rulebook.texts.find(({ id }) => id === text)?.short[language] ?? text;
    const at = article === undefined ? "" : ` · ${fill(words["article"] ?? "", { article })}`;
    return isolateReferences(
      `${short}${at} · ${rulebook.common.grades[grade]?.[language] ?? grade}`,
      language,
    );
  });

const findingView = (
  finding: Finding,
  { assessment }: Result,
  rulebook: Rulebook,
  language: Language,
  words: PageWords,
): FindingView => {
  const { title, explanation, remedyText } = explain(finding, rulebook, assessment.on, language, plainPen);
  return {
    title,
    lot: finding.lot === undefined ? null : fill(words["lot"] ?? "", { lot: finding.lot }),
    explanation,
    basis: basisOf(finding, rulebook, language, words),
    steps: finding.arithmetic.map(({ label, expression, value }) => ({
      label: rulebook.common.labels[label]?.[language] ?? label,
      expression,
      value: expression.includes(String(value)) ? null : String(value),
    })),
    missing: finding.missing,
    remedyText,
  };
};

const indexView = (
  { score, low, high, coverage }: Index,
  language: Language,
  words: PageWords,
): ResultView["index"] => {
  if (low === null || high === null || coverage === null) return null;
  const [lowText, highText] = [formatNumber(low, language), formatNumber(high, language)];
  const interval = fill(words["interval"] ?? "", {
    low: lowText,
    high: highText,
    coverage: formatShare(coverage, language),
  });
  return {
    score: score === null ? null : formatNumber(score, language),
    interval,
    low,
    width: high - low,
    lowText,
    highText,
  };
};

const resultView = (result: Result, rulebook: Rulebook, language: Language, words: PageWords): ResultView => {
  const { read, assessment } = result;
  const [question] = assessment.questions;
  const common = rulebook.common;
  const stage = common.stages[assessment.stage.value]?.[language] ?? assessment.stage.value;
  return {
    reference: read.document.reference,
    title: pick(read.document.title, language),
    buyer: pick(read.document.buyer.name, language),
    law:
      assessment.on === null
        ? (words["noDay"] ?? "")
        : isolateReferences(fill(words["law"] ?? "", { on: assessment.on }), language),
    stage: assessment.stage.assumed ? `${stage} (${words["assumed"]})` : stage,
    verdict: { code: assessment.verdict, words: common.verdicts[assessment.verdict]?.[language] ?? "" },
    index: indexView(assessment.index, language, words),
    groups: GROUPS.map((code) => {
      const findings = assessment.findings
        .filter((finding) => groupOf(finding) === code)
        .map((finding) => findingView(finding, result, rulebook, language, words));
      return { code, title: words[code] ?? code, isOpen: OPEN.has(code), count: findings.length, findings };
    }).filter(({ count }) => count > 0),
    question:
      question === undefined ? null : { text: ask(question, rulebook, language), pointer: question.pointer },
    warnings: read.warnings,
  };
};

/** Everything the page prints, as strings. */
export const homeView = (
  { rulebook, examples }: Service,
  page: Page,
  text: string,
  result: Result | null,
): HomeView => ({
  title: result?.read.document.reference ?? page.words["menuCheck"] ?? "",
  examples: examples.map(({ name, document }) => ({
    name,
    title: pick(document["title"] as LocalText, page.language),
  })),
  text,
  errors: [],
  result: result === null ? null : resultView(result, rulebook, page.language, page.words),
});
