import { withConfirmations } from "../../domain/confirmation.ts";
import type { CliApp, Terminal } from "../cli-app.ts";
import { confirmationsIn } from "../confirmations-file.ts";
import { EXIT } from "../exit-code.ts";
import { type AddCommands, confirmations, language, onDay } from "./options.ts";

interface RulesOptions {
  readonly unconfirmed?: true;
  readonly on?: string;
  readonly pages?: string;
  readonly examples: string;
  readonly confirmations?: string;
}

const show = async (
  id: string | undefined,
  options: RulesOptions,
  app: CliApp,
  terminal: Terminal,
): Promise<number> => {
  const confirmed = confirmationsIn(options.confirmations, app, terminal);
  if (confirmed === null) return EXIT.badInput;
  const law = { rulebook: withConfirmations(app.rulebook, confirmed), words: app.words };
  const on = options.on ?? terminal.today;
  if (options.unconfirmed === true) {
    const { unconfirmed } = await import("../commands/unconfirmed.ts");
    return unconfirmed(on, terminal.language, law, terminal);
  }
  const { rules } = await import("../commands/rules.ts");
  return rules(id, { on, language: terminal.language }, law, terminal);
};

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
    .addOption(confirmations())
    .action(async (id: string | undefined, options: RulesOptions) => {
      const { rulePages } = await import("../commands/rule-pages.ts");
      if (options.pages !== undefined) finish(rulePages(options.pages, options.examples, app()));
      else finish(await show(id, options, app(), terminal));
    });
};
