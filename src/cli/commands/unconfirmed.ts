import { unconfirmedOn } from "../../domain/confirmation.ts";
import { formatParameter } from "../../domain/explain.ts";
import type { LocalDate } from "../../domain/local-date.ts";
import type { Language } from "../../domain/tender.ts";
import type { CliApp, Terminal } from "../cli-app.ts";
import { EXIT } from "../exit-code.ts";
import { wrap } from "../text/wrap.ts";

/** The numbers of the law that wait for a jurist, most consequential first. */
export const unconfirmed = (
  on: LocalDate,
  language: Language,
  { rulebook }: CliApp,
  terminal: Terminal,
): number => {
  const lines = unconfirmedOn(rulebook, on).map(({ parameter, value, rules }) => {
    const source = rulebook.texts.find(({ id }) => id === value.text)?.short[language] ?? value.text;
    const article = value.article === undefined ? "" : `, art. ${value.article}`;
    return [
      `${parameter.id}  ${formatParameter(parameter, value.value, language)}  [${value.grade}]  ${source}${article}`,
      wrap(parameter.question[language], terminal.width, "    "),
      `    → ${rules.length === 0 ? "–" : rules.join(", ")}`,
    ].join("\n");
  });
  terminal.out(lines.join("\n"));
  return EXIT.nothing;
};
