import type { Assessment, Index, Verdict } from "../../domain/assessment.ts";
import { ask, explain, ruleOf } from "../../domain/explain.ts";
import type { Finding } from "../../domain/finding.ts";
import { formatNumber, formatShare, isolateReferences } from "../../domain/format.ts";
import type { Rulebook } from "../../domain/rulebook.ts";
import type { Language, LocalText } from "../../domain/tender.ts";
import type { Style } from "./style.ts";
import { wrap } from "./wrap.ts";

/** Words of the command line in one language, by key. */
export type CliWords = Readonly<Record<string, string>>;

/** What the text of one assessment is made from. */
export interface TextInput {
  readonly assessment: Assessment;
  readonly heading: { readonly reference: string; readonly title: LocalText; readonly buyer: LocalText };
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
const BAR = 40;

const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole);

const pick = (text: LocalText, language: Language): string =>
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

const VERDICT_COLOUR: Readonly<Record<Verdict, keyof Style>> = {
  compliant: "green",
  compliantWithReservations: "yellow",
  nonCompliant: "red",
  undetermined: "blue",
  outOfScope: "dim",
};

/** `█` earned for certain, `▒` open, `░` lost. */
const bar = ({ low, high }: Index): string => {
  const full = Math.round(((low ?? 0) / 100) * BAR);
  const open = Math.round(((high ?? 0) / 100) * BAR) - full;
  return "█".repeat(full) + "▒".repeat(open) + "░".repeat(BAR - full - open);
};

const indexLines = ({ assessment: { index }, words, language, style }: TextInput): string => {
  const { score, low, high, coverage } = index;
  const title = `${words["index"]}${words["colon"]}`;
  if (low === null || high === null || coverage === null) return `${title}${words["noIndex"]}`;
  const shown = score === null ? (words["undetermined"] ?? "") : `${formatNumber(score, language)} / 100`;
  const interval = fill(words["interval"] ?? "", {
    low: formatNumber(low, language),
    high: formatNumber(high, language),
    coverage: formatShare(coverage, language),
  });
  return `${title}${style.bold(shown)}  (${interval})\n  ${bar(index)}\n  ${style.dim(words["indexNote"] ?? "")}`;
};

const basis = (finding: Finding, { rulebook, words, language }: TextInput): string => {
  const cited = finding.legalBasis.map(({ text, article, grade }) => {
    const short = rulebook.texts.find(({ id }) => id === text)?.short[language] ?? text;
    const at = article === undefined ? "" : `, ${fill(words["article"] ?? "", { article })}`;
    return `${short}${at} [${grade}]`;
  });
  return cited.join(" ; ");
};

const arithmetic = (
  { arithmetic: steps }: Finding,
  { rulebook, language, words }: TextInput,
): readonly string[] =>
  steps.map(({ label, expression, value }) => {
    const name = rulebook.common.labels[label]?.[language] ?? label;
    const end = expression.includes(String(value)) ? "" : ` = ${value}`;
    return `${name}${words["colon"]}${expression}${end}`;
  });

const findingLines = (finding: Finding, group: Group, input: TextInput): string => {
  const { assessment, rulebook, words, language, style, width } = input;
  const { title, explanation } = explain(finding, rulebook, assessment.on, language);
  const lot = finding.lot === undefined ? "" : ` (${fill(words["lot"] ?? "", { lot: finding.lot })})`;
  const head = `  ${colourOf(group, style)(MARK[group])} ${style.bold(title)}${lot}`;
  const open =
    finding.missing.length > 0 ? [`${words["missing"]}${words["colon"]}${finding.missing.join(", ")}`] : [];
  const body = [explanation, ...arithmetic(finding, input), ...open].map((text) =>
    wrap(text, width, "      "),
  );
  const source = isolateReferences(basis(finding, input), input.language);
  return [head, ...body, ...(source === "" ? [] : [style.dim(wrap(source, width, "      "))])].join("\n");
};

const groupLines = (group: Group, input: TextInput): readonly string[] => {
  const findings = input.assessment.findings.filter((finding) => groupOf(finding) === group);
  if (findings.length === 0) return [];
  const title = input.style.bold(colourOf(group, input.style)(input.words[group] ?? group));
  return [[title, ...findings.map((finding) => findingLines(finding, group, input))].join("\n")];
};

/** Passed and inapplicable rules by name alone: nothing is to be done about them. */
const namesLine = (group: "passed" | "inapplicable", input: TextInput): readonly string[] => {
  const { assessment, rulebook, language, words, style, width } = input;
  const rules = assessment.findings.filter(({ outcome }) => outcome === group).map(({ rule }) => rule);
  if (rules.length === 0) return [];
  const names = [...new Set(rules)].map((id) => ruleOf(rulebook, id)?.title[language] ?? id);
  const separator = language === "ar" ? "؛ " : "; ";
  return [`${style.bold(words[group] ?? group)}\n${wrap(names.join(separator), width, "  ")}`];
};

const questionLines = (input: TextInput): readonly string[] => {
  const { assessment, rulebook, words, language, style, width } = input;
  const [question] = assessment.questions;
  if (question === undefined) return [];
  const rules = question.resolves.map((id) => ruleOf(rulebook, id)?.title[language] ?? id).join("; ");
  const settles = fill(words["settles"] ?? "", { rules });
  return [
    [
      style.bold(words["question"] ?? ""),
      wrap(ask(question, rulebook, language), width, "  "),
      style.dim(wrap(`${question.pointer} — ${settles}`, width, "  ")),
    ].join("\n"),
  ];
};

const headLines = (input: TextInput): string => {
  const { assessment, heading, rulebook, words, language, style } = input;
  const verdict = rulebook.common.verdicts[assessment.verdict]?.[language] ?? assessment.verdict;
  const stage = rulebook.common.stages[assessment.stage.value]?.[language] ?? assessment.stage.value;
  const assumed = assessment.stage.assumed ? ` (${words["assumed"]})` : "";
  const law =
    assessment.on === null
      ? words["noDay"]
      : isolateReferences(fill(words["law"] ?? "", { on: assessment.on }), language);
  return [
    style.bold(`${heading.reference} — ${pick(heading.title, language)}`),
    `${pick(heading.buyer, language)}  ·  ${law}  ·  ${words["stage"]}${words["colon"]}${stage}${assumed}`,
    "",
    `${words["verdict"]}${words["colon"]}${style.bold(style[VERDICT_COLOUR[assessment.verdict]](verdict))}`,
    indexLines(input),
  ].join("\n");
};

/** An assessment as a person wants to read it in a terminal. */
export const assessmentText = (input: TextInput): string =>
  [
    headLines(input),
    ...GROUPS.flatMap((group) => groupLines(group, input)),
    ...namesLine("passed", input),
    ...namesLine("inapplicable", input),
    ...questionLines(input),
  ].join("\n\n");
