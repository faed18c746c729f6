import { type Unconfirmed, unconfirmedOn } from "../../domain/confirmation.ts";
import { formatParameter } from "../../domain/explain.ts";
import type { LocalDate } from "../../domain/local-date.ts";
import type { Language } from "../../domain/tender.ts";
import type { CliApp, Terminal } from "../cli-app.ts";
import { EXIT } from "../exit-code.ts";
import { citation } from "../text/citation.ts";
import { wrap } from "../text/wrap.ts";

/** The numbers of the law that wait for a jurist, most consequential first. */
export const unconfirmed = (
  on: LocalDate,
  language: Language,
  { rulebook, words }: Pick<CliApp, "rulebook" | "words">,
  terminal: Terminal,
): number => {
  const lines = ({ parameter, value, rules }: Unconfirmed): string =>
    [
      `${parameter.id}  ${formatParameter(parameter, value.value, language)}  ${citation(value, rulebook, words(language), language)}`,
      wrap(parameter.question[language], terminal.width, "    "),
      `    → ${rules.length === 0 ? "–" : rules.join(", ")}`,
    ].join("\n");
  const open = unconfirmedOn(rulebook, on);
  if (open.length > 0) terminal.out(open.map(lines).join("\n"));
  return EXIT.nothing;
};
