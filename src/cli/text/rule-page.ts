import { formatParameter, withNumbers } from "../../domain/explain.ts";
import type { Finding } from "../../domain/finding.ts";
import { formatStep } from "../../domain/format-step.ts";
import type { Parameter, Rule, Rulebook, Words } from "../../domain/rulebook.ts";
import type { Language } from "../../domain/tender.ts";

/** A tender, or a year, that shows what the rule says, and what it said. */
export interface Example {
  readonly file: string;
  readonly finding: Finding;
}

const line = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
};

const textName = (rulebook: Rulebook, id: string): string =>
  rulebook.texts.find((text) => text.id === id)?.short.en ?? id;

const period = ({ from, until }: { readonly from?: string; readonly until?: string }): string =>
  from === undefined ? "always" : until === undefined ? `from ${from}` : `${from} to ${until}`;

const lawSection = (rule: Rule, rulebook: Rulebook): string => {
  const own = rule.legalBasis.map((basis) => [
    textName(rulebook, basis.text),
    basis.article ?? "–",
    basis.grade,
    period(basis),
  ]);
  return own.length === 0
    ? "The sources stand with the numbers below."
    : table(["text", "article", "grade", "holds"], own);
};

const parameterRows = (parameter: Parameter, rulebook: Rulebook): readonly (readonly string[])[] =>
  parameter.values.map((value) => [
    `\`${parameter.id}\``,
    formatParameter(parameter, value.value, "en"),
    period(value),
    `${textName(rulebook, value.text)}${value.article === undefined ? "" : `, art. ${value.article}`}`,
    value.grade,
  ]);

const numbersSection = (rule: Rule, rulebook: Rulebook): string => {
  const parameters = rule.parameters.flatMap((id) => rulebook.parameters.get(id) ?? []);
  if (parameters.length === 0) return "None.";
  const rows = parameters.flatMap((parameter) => parameterRows(parameter, rulebook));
  const questions = parameters.map(({ id, question }) => `- \`${id}\`: ${question.en}`);
  return `${table(["parameter", "value", "holds", "source", "grade"], rows)}\n\nWhat would settle them:\n\n${questions.join("\n")}`;
};

const reachSection = (rule: Rule): string => {
  const procedures = [
    ...(rule.onlyFor === undefined ? [] : [`only for ${rule.onlyFor.join(", ")}`]),
    ...(rule.notFor === undefined ? [] : [`not for ${rule.notFor.join(", ")}`]),
  ];
  const periods = (rule.inForce ?? []).map((each) =>
    each.atMost === undefined ? period(each) : `${period(each)}, at most as a ${each.atMost}`,
  );
  return [
    `- norm: ${rule.norm}; effect before the cap by source: ${rule.effect}; judged from the stage: ${rule.stage}`,
    `- in force: ${periods.length === 0 ? "always" : periods.join("; ")}`,
    `- procedures: ${procedures.length === 0 ? "all" : procedures.join("; ")}`,
    `- by lot: ${rule.byLot === undefined ? "no" : `when a lot states its ${rule.byLot}`}`,
    ...(rule.points === undefined
      ? []
      : [
          `- points: ${rule.points.possible} (${Object.entries(rule.points.scale)
            .map(([part, worth]) => `${part} ${worth}`)
            .join(", ")})`,
        ]),
  ].join("\n");
};

const LANGUAGES: readonly Language[] = ["en", "fr", "ar"];

/** Words in each language, with the numbers of the law as they are today. */
const inEach = (words: Words, rulebook: Rulebook): readonly string[] =>
  LANGUAGES.map((language) => withNumbers(words[language], rulebook, null, language));

const reasonsSection = ({ reasons }: Rule, rulebook: Rulebook): string =>
  table(
    ["outcome", "reason", "English", "français", "العربية"],
    Object.entries(reasons).map(([key, reason]) => [
      reason.outcome,
      `\`${key}\``,
      ...inEach(reason, rulebook),
    ]),
  );

const labelOf = (label: string, rulebook: Rulebook): string => rulebook.common.labels[label]?.en ?? label;

const exampleLines = ({ file, finding }: Example, rulebook: Rulebook): string => {
  const effect = finding.effect === null ? "" : ` (${finding.effect})`;
  const steps = finding.arithmetic.map(
    (step) => `  - ${labelOf(step.label, rulebook)}: ${formatStep(step, "en")}`,
  );
  return [
    `- [${file}](../../fixtures/rules/${finding.rule}/${file}): ${finding.outcome}, \`${finding.reason}\`${effect}`,
    ...steps,
  ].join("\n");
};

/** The page of one rule: what it asks, by which law, with which numbers, and what it says of its examples. */
export const rulePage = (rule: Rule, rulebook: Rulebook, examples: readonly Example[]): string =>
  [
    `# ${rule.id}`,
    `**${rule.title.en}** · ${rule.title.fr} · ${rule.title.ar}`,
    ...inEach(rule.demand, rulebook),
    "## Law",
    lawSection(rule, rulebook),
    "## Numbers",
    numbersSection(rule, rulebook),
    "## Reach",
    reachSection(rule),
    "## What it can say",
    reasonsSection(rule, rulebook),
    "## Examples",
    examples.length === 0 ? "None." : examples.map((example) => exampleLines(example, rulebook)).join("\n"),
  ].join("\n\n");
