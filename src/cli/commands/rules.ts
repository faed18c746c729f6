import { formatParameter, ruleOf, withNumbers } from "../../domain/explain.ts";
import type { LocalDate } from "../../domain/local-date.ts";
import { type Rule, type Rulebook, valueOn } from "../../domain/rulebook.ts";
import type { Language } from "../../domain/tender.ts";
import type { CliApp, Terminal } from "../cli-app.ts";
import { EXIT } from "../exit-code.ts";
import { citation } from "../text/citation.ts";
import type { CliWords } from "../text/cli-words.ts";
import { wrap } from "../text/wrap.ts";

/** Whose words, and of which day. */
interface Reading {
  readonly rulebook: Rulebook;
  readonly words: CliWords;
  readonly language: Language;
  readonly on: LocalDate;
}

const sources = ({ legalBasis }: Rule, { rulebook, words, language }: Reading): readonly string[] => [
  ...new Set(legalBasis.map((each) => `  ${citation(each, rulebook, words, language)}`)),
];

/** The numbers that the rule reads, with their value of the day and its source. */
const numbers = ({ parameters }: Rule, { rulebook, words, language, on }: Reading): readonly string[] =>
  parameters.flatMap((id) => {
    const parameter = rulebook.parameters.get(id);
    const value = parameter && (valueOn(parameter, on) ?? parameter.values.at(-1));
    if (parameter === undefined || value === undefined) return [];
    const figure = formatParameter(parameter, value.value, language);
    return [`  ${id}${words["colon"]}${figure} — ${citation(value, rulebook, words, language)}`];
  });

const oneRule = (rule: Rule, reading: Reading, width: number): string => {
  const { rulebook, language, on } = reading;
  return [
    `${rule.id} — ${rule.title[language]}`,
    wrap(withNumbers(rule.demand[language], rulebook, on, language), width, ""),
    ...sources(rule, reading),
    ...numbers(rule, reading),
  ].join("\n");
};

/** All rules by name, of tenders then of years; or one with its demand, its sources and its numbers of a day. */
export const rules = (
  id: string | undefined,
  { on, language }: Pick<Reading, "on" | "language">,
  { rulebook, words }: Pick<CliApp, "rulebook" | "words">,
  terminal: Terminal,
): number => {
  if (id === undefined) {
    for (const rule of [...rulebook.rules, ...rulebook.yearRules])
      terminal.out(`${rule.id.padEnd(34)} ${rule.title[language]}`);
    return EXIT.nothing;
  }
  const rule = ruleOf(rulebook, id);
  if (rule === undefined) {
    terminal.err(`error: there is no rule "${id}"; "awlawiya rules" lists them`);
    return EXIT.badInput;
  }
  terminal.out(oneRule(rule, { rulebook, words: words(language), language, on }, terminal.width));
  return EXIT.nothing;
};
