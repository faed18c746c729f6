import { ruleOf } from "../../domain/explain.ts";
import type { Rule, Rulebook } from "../../domain/rulebook.ts";
import type { Language } from "../../domain/tender.ts";
import type { Terminal } from "../cli-app.ts";
import { EXIT } from "../exit-code.ts";
import { wrap } from "../text/wrap.ts";

const sources = (
  { legalBasis, parameters }: Rule,
  rulebook: Rulebook,
  language: Language,
): readonly string[] => {
  const cited = [
    ...legalBasis,
    ...parameters.flatMap((id) => rulebook.parameters.get(id)?.values.at(-1) ?? []),
  ];
  const lines = cited.map(({ text, article, grade }) => {
    const short = rulebook.texts.find(({ id }) => id === text)?.short[language] ?? text;
    return article === undefined ? `${short} [${grade}]` : `${short}, art. ${article} [${grade}]`;
  });
  return [...new Set(lines)];
};

/** All rules by name, or one with its demand and its sources. */
export const rules = (
  id: string | undefined,
  language: Language,
  { rulebook }: { rulebook: Rulebook },
  terminal: Terminal,
): number => {
  if (id === undefined) {
    for (const rule of rulebook.rules) terminal.out(`${rule.id.padEnd(34)} ${rule.title[language]}`);
    return EXIT.nothing;
  }
  const rule = ruleOf(rulebook, id);
  if (rule === undefined) {
    terminal.err(`error: there is no rule "${id}"; "awlawiya rules" lists them`);
    return EXIT.badInput;
  }
  const lines = sources(rule, rulebook, language).map((source) => `  ${source}`);
  terminal.out(
    [`${rule.id} — ${rule.title[language]}`, wrap(rule.demand[language], terminal.width, ""), ...lines].join(
      "\n",
    ),
  );
  return EXIT.nothing;
};
