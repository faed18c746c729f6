import { type Alike, alike, type LotStep, type Remedy } from "../../domain/alike.ts";
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

/** `lot 4`, `lots 1, 4, 7`; empty for the whole tender. */
const place = (lots: readonly string[], words: CliWords): string => {
  if (lots.length === 0) return "";
  if (lots.length === 1) return fill(words["lot"] ?? "", { lot: lots[0] ?? "" });
  return fill(words["lots"] ?? "", { lots: lots.join(words["comma"]) });
};

const stepText = ({ lot, step }: LotStep, { rulebook, language, words }: FindingsInput): string => {
  const name = rulebook.common.labels[step.label]?.[language] ?? step.label;
  const of = lot === null ? "" : `${place([lot], words)} — `;
  return `${of}${name}${words["colon"]}${isolateFormula(formatStep(step, language), language)}`;
};

const missingText = ({ missing }: Alike, { words }: FindingsInput): readonly string[] =>
  missing.length > 0 ? [`${words["missing"]}${words["colon"]}${missing.join(words["comma"])}`] : [];

const remedyText = ({ lots, text }: Remedy, { words }: FindingsInput): string => {
  const of = lots.length === 0 ? "" : ` (${place(lots, words)})`;
  return `${words["remedy"]}${of}${words["colon"]}${text}`;
};

const findingLines = (told: Alike, group: Group, input: FindingsInput): string => {
  const { words, language, style, width } = input;
  const lots = told.lots.length === 0 ? "" : ` (${place(told.lots, words)})`;
  const head = `  ${colourOf(group, style)(MARK[group])} ${style.bold(told.words.title)}${lots}`;
  const body = [
    told.words.explanation,
    ...told.steps.map((step) => stepText(step, input)),
    ...missingText(told, input),
    ...told.remedies.map((remedy) => remedyText(remedy, input)),
  ].map((text) => wrap(text, width, "      "));
  const source = isolateReferences(basis(told.finding, input), language);
  return [head, ...body, ...(source === "" ? [] : [style.dim(wrap(source, width, "      "))])].join("\n");
};

const groupLines = (group: Group, input: FindingsInput): readonly string[] => {
  const { judged, rulebook, language } = input;
  const worded = judged.findings
    .filter((finding) => groupOf(finding) === group)
    .map((finding) => ({ finding, words: explain(finding, rulebook, judged.on, language, plainPen) }));
  if (worded.length === 0) return [];
  const title = input.style.bold(colourOf(group, input.style)(input.words[group] ?? group));
  return [[title, ...alike(worded).map((each) => findingLines(each, group, input))].join("\n")];
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

/** What the letters behind the sources say, of those that were printed. */
const gradeLines = ({
  judged,
  rulebook,
  words,
  language,
  style,
  width,
}: FindingsInput): readonly string[] => {
  const told = judged.findings.filter((finding) => GROUPS.some((group) => group === groupOf(finding)));
  const used = new Set<string>(told.flatMap(({ legalBasis }) => legalBasis.map(({ grade }) => grade)));
  const lines = Object.entries(rulebook.common.grades)
    .filter(([grade]) => used.has(grade))
    .map(([grade, meaning]) => style.dim(wrap(`[${grade}] ${meaning[language]}`, width, "  ")));
  return lines.length === 0 ? [] : [[style.bold(words["grades"] ?? ""), ...lines].join("\n")];
};

/** Findings by group, the gravest first, then the question that settles most, then how sure the sources are. */
export const findingsText = (input: FindingsInput): readonly string[] => [
  ...GROUPS.flatMap((group) => groupLines(group, input)),
  ...namesLine("passed", input),
  ...namesLine("inapplicable", input),
  ...questionLines(input),
  ...gradeLines(input),
];
