import type { Language } from "../../domain/tender.ts";
import { rulePages } from "../commands/rule-pages.ts";
import { rules } from "../commands/rules.ts";
import { unconfirmed } from "../commands/unconfirmed.ts";
import { type AddCommands, language, onDay } from "./options.ts";

interface RulesOptions {
  readonly lang?: Language;
  readonly unconfirmed?: true;
  readonly on?: string;
  readonly pages?: string;
  readonly examples: string;
}

/** `rules`: the rulebook, and what in it waits for a jurist. */
export const addRules: AddCommands = (program, app, terminal, finish) => {
  program
    .command("rules")
    .description("list the rules, or show one with its sources")
    .argument("[id]", "id of a rule")
    .option("--unconfirmed", "list the numbers of the law that no jurist confirmed, most consequential first")
    .option("--pages <folder>", "write one Markdown page a rule into a folder")
    .option("--examples <folder>", "with --pages: tenders by rule that show what it says", "fixtures/rules")
    .addOption(onDay())
    .addOption(language())
    .action((id: string | undefined, options: RulesOptions) => {
      const lang = options.lang ?? terminal.language;
      if (options.pages !== undefined) finish(rulePages(options.pages, options.examples, app()));
      else if (options.unconfirmed === true)
        finish(unconfirmed(options.on ?? terminal.today, lang, app(), terminal));
      else finish(rules(id, lang, app(), terminal));
    });
};
