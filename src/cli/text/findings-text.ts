import type { Question } from "../../domain/assessment.ts";
import { ask, explain, ruleOf } from "../../domain/explain.ts";
import type { Finding } from "../../domain/finding.ts";
import { isolateFormula, isolateReferences } from "../../domain/format.ts";
import { formatStep } from "../../domain/format-step.ts";
import type { LocalDate } from "../../domain/local-date.ts";
import type { Rulebook } from "../../domain/rulebook.ts";
import type { Language, LocalText } from "../../domain/tender.ts";
import { citation } from "./citation.ts";
import { type CliWords, fill } from "./cli-words.ts";
import type { Style } from "./style.ts";
import { wrap } from "./wrap.ts";
import { plainPen } from "../../letters/plain-pen.ts";

/** Findings of a tender or of a year, and how to print them. */
export interface FindingsInput {
  readonly judged: {
    readonly on: LocalDate | null;
    readonly findings: readonly Finding[];
    readonly questions: readonly Question[];
  };
  readonly rulebook: Rulebook;
  readonly words: CliWords;
  readonly language: Language;
  readonly style: Style;
  /** Columns of the terminal. */
  readonly width: number;
}

type Group = "breach" | "warning" | "points" | "info" | "cantTell" | "passed" | "inapplicable";

const GROUPS: readonly Group[] = ["breach", "warning", "points", "info", "cantTell"];
const MARK: Readonly<Record<Group, string>> = {
  breach: "✗",
  warning: "!",
  points: "−",
  info: "i",
  cantTell: "?",
  passed: "✓",
  inapplicable: "·",
};

export const pick = (text: LocalText, language: Language): string =>
  text[language] ?? text.fr ?? text.ar ?? text.en ?? "";

const groupOf = ({ outcome, effect }: Finding): Group =>
  outcome === "failed" ? (effect ?? "warning") : outcome;

const colourOf = (group: Group, style: Style): ((text: string) => string) =>
  ({
    breach: style.red,
    warning: style.yellow,
    points: style.yellow,
    info: style.blue,
    cantTell: style.blue,
    passed: style.green,
    inapplicable: style.dim,
  })[group];

const basis = (finding: Finding, { rulebook, words, language }: FindingsInput): string => {
  const cited = finding.legalBasis.map((each) => citation(each, rulebook, words, language));
  return cited.join(words["semicolon"]);
};

const arithmetic = (
  { arithmetic: steps }: Finding,
  { rulebook, language, words }: FindingsInput,
): readonly string[] =>
  steps.map((step) => {
    const name = rulebook.common.labels[step.label]?.[language] ?? step.label;
    return `${name}${words["colon"]}${isolateFormula(formatStep(step, language), language)}`;
  });

const findingLines = (finding: Finding, group: Group, input: FindingsInput): string => {
  const { judged, rulebook, words, language, style, width } = input;
  const { title, explanation, remedyText } = explain(finding, rulebook, judged.on, language, plainPen);
  const lot = finding.lot === undefined ? "" : ` (${fill(words["lot"] ?? "", { lot: finding.lot })})`;
  const head = `  ${colourOf(group, style)(MARK[group])} ${style.bold(title)}${lot}`;
  const open =
    finding.missing.length > 0
      ? [`${words["missing"]}${words["colon"]}${finding.missing.join(words["comma"])}`]
      : [];
  const mend = remedyText === null ? [] : [`${words["remedy"]}${words["colon"]}${remedyText}`];
  const body = [explanation, ...arithmetic(finding, input), ...open, ...mend].map((text) =>
    wrap(text, width, "      "),
  );
  const source = isolateReferences(basis(finding, input), input.language);
  return [head, ...body, ...(source === "" ? [] : [style.dim(wrap(source, width, "      "))])].join("\n");
};

const groupLines = (group: Group, input: FindingsInput): readonly string[] => {
  const findings = input.judged.findings.filter((finding) => groupOf(finding) === group);
  if (findings.length === 0) return [];
  const title = input.style.bold(colourOf(group, input.style)(input.words[group] ?? group));
  return [[title, ...findings.map((finding) => findingLines(finding, group, input))].join("\n")];
};

/** Passed and inapplicable rules by name alone: nothing is to be done about them. */
const namesLine = (group: "passed" | "inapplicable", input: FindingsInput): readonly string[] => {
  const { judged, rulebook, language, words, style, width } = input;
  const rules = judged.findings.filter(({ outcome }) => outcome === group).map(({ rule }) => rule);
  if (rules.length === 0) return [];
  const names = [...new Set(rules)].map((id) => ruleOf(rulebook, id)?.title[language] ?? id);
  return [`${style.bold(words[group] ?? group)}\n${wrap(names.join(words["semicolon"]), width, "  ")}`];
};

const questionLines = (input: FindingsInput): readonly string[] => {
  const { judged, rulebook, words, language, style, width } = input;
  const [question] = judged.questions;
  if (question === undefined) return [];
  const rules = question.resolves
    .map((id) => ruleOf(rulebook, id)?.title[language] ?? id)
    .join(words["semicolon"]);
  const settles = fill(words["settles"] ?? "", { rules });
  return [
    [
      style.bold(words["question"] ?? ""),
      wrap(ask(question.pointer, rulebook, language), width, "  "),
      style.dim(wrap(`${question.pointer} — ${settles}`, width, "  ")),
    ].join("\n"),
  ];
};

/** Findings by group, the gravest first, then the question that settles most. */
export const findingsText = (input: FindingsInput): readonly string[] => [
  ...GROUPS.flatMap((group) => groupLines(group, input)),
  ...namesLine("passed", input),
  ...namesLine("inapplicable", input),
  ...questionLines(input),
];
