import type { Index } from "../../domain/assessment.ts";
import type { Comparison, FindingChange, Said } from "../../domain/compare.ts";
import { formatParameter, ruleOf, withNumbers } from "../../domain/explain.ts";
import { formatNumber } from "../../domain/format.ts";
import type { LocalDate } from "../../domain/local-date.ts";
import type { Rulebook } from "../../domain/rulebook.ts";
import type { Language } from "../../domain/tender.ts";
import { type CliWords, fill } from "./cli-words.ts";
import { wrap } from "./wrap.ts";

interface Printing {
  readonly rulebook: Rulebook;
  readonly words: CliWords;
  readonly language: Language;
  /** Columns of the terminal. */
  readonly width: number;
}

const scoreOf = ({ score, low, high }: Index, language: Language): string => {
  const print = (value: number | null): string => (value === null ? "–" : formatNumber(value, language));
  return `${print(score)} (${print(low)} – ${print(high)})`;
};

const saidWords = (said: Said | null, { rulebook, words, language }: Printing): string => {
  if (said === null) return "–";
  const outcome = rulebook.common.outcomes[said.outcome]?.[language] ?? said.outcome;
  return said.effect === null
    ? outcome
    : `${outcome}${words["comma"]}${rulebook.common.effects[said.effect]?.[language] ?? said.effect}`;
};

/** The reason in words, with the numbers of its day. */
const why = ({ rule }: FindingChange, { reason }: Said, on: LocalDate | null, printing: Printing): string => {
  const { rulebook, language } = printing;
  const words = ruleOf(rulebook, rule)?.reasons[reason] ?? rulebook.common.reasons[reason];
  return withNumbers(words?.[language] ?? reason, rulebook, on, language);
};

const numbers = ({ parameters }: FindingChange, { rulebook, words, language }: Printing): readonly string[] =>
  parameters.map(({ id, before, after }) => {
    const parameter = rulebook.parameters.get(id);
    const print = (value: number | null): string =>
      value === null || parameter === undefined ? "–" : formatParameter(parameter, value, language);
    return `      ${parameter?.title[language] ?? id}${words["colon"]}${print(before)} → ${print(after)}`;
  });

/** A rule that spoke of the tender neither before nor after tells nothing. */
const tells = ({ before, after, parameters }: FindingChange): boolean =>
  before?.outcome !== "inapplicable" || after?.outcome !== "inapplicable" || parameters.length > 0;

const findingLines = (change: FindingChange, on: LocalDate | null, printing: Printing): readonly string[] => {
  const { rulebook, words, language, width } = printing;
  const title = ruleOf(rulebook, change.rule)?.title[language] ?? change.rule;
  const lot = change.lot === undefined ? "" : ` (${fill(words["lot"] ?? "", { lot: change.lot })})`;
  const [before, after] = [change.before, change.after].map((said) => saidWords(said, printing));
  const isNew = change.after !== null && change.after.reason !== change.before?.reason;
  return [
    `  ${title}${lot}${words["colon"]}${before === after ? after : `${before} → ${after}`}`,
    ...(isNew && change.after !== null
      ? [wrap(why(change, change.after, on, printing), width, "      ")]
      : []),
    ...numbers(change, printing),
  ];
};

const head = (
  { on, rulebook: lawBook, verdict, index }: Comparison,
  printing: Printing,
): readonly string[] => {
  const { rulebook, words, language } = printing;
  const verdictWords = (code: string): string => rulebook.common.verdicts[code]?.[language] ?? code;
  const line = (key: string, before: string, after: string): string =>
    `${words[key]}${words["colon"]}${before} → ${after}`;
  return [
    ...(on === null ? [] : [line("day", on.before ?? "–", on.after ?? "–")]),
    ...(lawBook === null ? [] : [words["rulebookChanged"] ?? ""]),
    ...(verdict === null ? [] : [line("verdict", verdictWords(verdict.before), verdictWords(verdict.after))]),
    ...(index === null
      ? []
      : [line("index", scoreOf(index.before, language), scoreOf(index.after, language))]),
  ];
};

/** What changed between two assessments, as a person wants to read it in a terminal; `on` is the later day. */
export const comparisonText = (comparison: Comparison, on: LocalDate | null, printing: Printing): string => {
  const findings = comparison.findings.filter(tells);
  return [
    ...head(comparison, printing),
    ...(findings.length === 0
      ? [printing.words["nothingChanged"] ?? ""]
      : findings.flatMap((each) => findingLines(each, on, printing))),
  ].join("\n");
};
