import type { Index } from "../../domain/assessment.ts";
import type { Comparison, FindingChange, Said } from "../../domain/compare.ts";
import { formatParameter, ruleOf } from "../../domain/explain.ts";
import { formatNumber } from "../../domain/format.ts";
import type { Rulebook } from "../../domain/rulebook.ts";
import type { Language } from "../../domain/tender.ts";
import type { CliWords } from "./cli-words.ts";

interface Printing {
  readonly rulebook: Rulebook;
  readonly words: CliWords;
  readonly language: Language;
}

const scoreOf = ({ score, low, high }: Index, language: Language): string => {
  const print = (value: number | null): string => (value === null ? "–" : formatNumber(value, language));
  return `${print(score)} (${print(low)} – ${print(high)})`;
};

const saidWords = (said: Said | null, { rulebook, language }: Printing): string => {
  if (said === null) return "–";
  const outcome = rulebook.common.outcomes[said.outcome]?.[language] ?? said.outcome;
  return said.effect === null
    ? outcome
    : `${outcome}, ${rulebook.common.effects[said.effect]?.[language] ?? said.effect}`;
};

const findingLines = (change: FindingChange, printing: Printing): readonly string[] => {
  const { rulebook, words, language } = printing;
  const title = ruleOf(rulebook, change.rule)?.title[language] ?? change.rule;
  const lot = change.lot === undefined ? "" : ` (${(words["lot"] ?? "").replace("{lot}", change.lot)})`;
  const numbers = change.parameters.map(({ id, before, after }) => {
    const parameter = rulebook.parameters.get(id);
    const print = (value: number | null): string =>
      value === null || parameter === undefined ? "–" : formatParameter(parameter, value, language);
    return `      ${parameter?.title[language] ?? id}: ${print(before)} → ${print(after)}`;
  });
  return [
    `  ${title}${lot}: ${saidWords(change.before, printing)} → ${saidWords(change.after, printing)}`,
    ...numbers,
  ];
};

/** What changed between two assessments, as a person wants to read it in a terminal. */
export const comparisonText = (comparison: Comparison, printing: Printing): string => {
  const { rulebook, words, language } = printing;
  const { on, verdict, index, findings } = comparison;
  const verdictWords = (code: string): string => rulebook.common.verdicts[code]?.[language] ?? code;
  return [
    ...(on === null ? [] : [`${words["day"]}${words["colon"]}${on.before ?? "–"} → ${on.after ?? "–"}`]),
    ...(comparison.rulebook === null ? [] : [words["rulebookChanged"] ?? ""]),
    ...(verdict === null
      ? []
      : [
          `${words["verdict"]}${words["colon"]}${verdictWords(verdict.before)} → ${verdictWords(verdict.after)}`,
        ]),
    ...(index === null
      ? []
      : [
          `${words["index"]}${words["colon"]}${scoreOf(index.before, language)} → ${scoreOf(index.after, language)}`,
        ]),
    ...(findings.length === 0
      ? [words["nothingChanged"] ?? ""]
      : findings.flatMap((each) => findingLines(each, printing))),
  ].join("\n");
};
