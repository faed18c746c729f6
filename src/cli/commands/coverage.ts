import { assess } from "../../domain/assess.ts";
import { type Coverage, coverageCounter } from "../../domain/coverage.ts";
import { ask, ruleOf } from "../../domain/explain.ts";
import type { LocalDate } from "../../domain/local-date.ts";
import type { Language } from "../../domain/tender.ts";
import type { Format } from "../../intake/readers.ts";
import type { CliApp, Terminal } from "../cli-app.ts";
import { eachTender } from "../each-tender.ts";
import { EXIT } from "../exit-code.ts";

export interface CoverageOptions {
  readonly as?: Format;
  readonly on?: LocalDate;
  readonly format: "text" | "json";
}

/** Facts that are listed in the text; the JSON has all. */
const MOST_FACTS = 20;

const linesOf = (
  { tenders, rules, missing }: Coverage,
  app: CliApp,
  language: Language,
): readonly string[] => {
  const words = app.dataWords(language);
  const title = (rule: string): string => ruleOf(app.rulebook, rule)?.title[language] ?? rule;
  return [
    (words["coverageTenders"] ?? "").replace("{tenders}", String(tenders)),
    "",
    words["coverageRules"] ?? "",
    ...rules.map(
      ({ rule, decided, open, inapplicable }) =>
        `  ${decided} / ${open} / ${inapplicable}  ${rule} — ${title(rule)}`,
    ),
    "",
    words["coverageMissing"] ?? "",
    ...missing.slice(0, MOST_FACTS).map(({ pointer, tenders: count, rules: of }) => {
      const question = ask(pointer.replaceAll("*", "0"), app.rulebook, language);
      return `  ${count} × ${pointer} (${of.length}) ${question}`;
    }),
  ];
};

/** Says which rules can be decided from a file's data and which facts are missing most, before anyone runs a check. */
export const coverage = async (
  file: string,
  options: CoverageOptions,
  app: CliApp,
  terminal: Terminal,
): Promise<number> => {
  const counter = coverageCounter();
  const refused = await eachTender(file, options.as, terminal, ({ tender }) =>
    counter.add(assess(tender, app.rulebook, options.on ?? null)),
  );
  if (refused === null) return EXIT.badInput;
  const result = counter.result();
  if (options.format === "json") terminal.out(JSON.stringify({ ...result, refused }, null, 2));
  else for (const line of linesOf(result, app, terminal.language)) terminal.out(line);
  return refused > 0 ? EXIT.found : EXIT.nothing;
};
