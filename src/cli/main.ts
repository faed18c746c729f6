import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import type { Language } from "../domain/tender.ts";
import { isDay } from "../intake/validator.ts";
import type { CliApp, Terminal } from "./cli-app.ts";
import { type CheckOptions, check } from "./commands/check.ts";
import { type ConfirmOptions, confirm } from "./commands/confirm.ts";
import { type DiffOptions, diff } from "./commands/diff.ts";
import { rulePages } from "./commands/rule-pages.ts";
import { rules } from "./commands/rules.ts";
import { unconfirmed } from "./commands/unconfirmed.ts";
import { EXIT } from "./exit-code.ts";

const LANGUAGES: readonly Language[] = ["ar", "fr", "en"];

const toDay = (value: string): string => {
  if (!isDay(value)) throw new InvalidArgumentError("expected a day of the calendar, YYYY-MM-DD");
  return value;
};

const onDay = (): Option =>
  new Option("--on <date>", "the day whose law applies; else the tender's own").argParser(toDay);

const language = (): Option => new Option("--lang <language>", "language of the words").choices(LANGUAGES);

type Finish = (code: number) => void;

const addCheck = (program: Command, app: () => CliApp, terminal: Terminal, finish: Finish): void => {
  program
    .command("check")
    .description("check tenders against the law and the cooperative-priority policy")
    .argument("<files...>", "tenders in the native JSON format")
    .addOption(onDay())
    .addOption(language())
    .addOption(new Option("--format <format>", "what to print").choices(["text", "json"]).default("text"))
    .option("--pdf <path>", "write the report; a folder gets one file per tender")
    .option("--confirmations <file>", "numbers of the law that a jurist confirmed (JSON)")
    .addOption(
      new Option("--fail-on <level>", "what makes the exit code 1")
        .choices(["breach", "warning"])
        .default("breach"),
    )
    .action(async (files: string[], options: CheckOptions) => {
      finish(await check(files, options, app(), terminal));
    });
};

interface RulesOptions {
  readonly lang?: Language;
  readonly unconfirmed?: true;
  readonly on?: string;
  readonly pages?: string;
  readonly examples: string;
}

const addRules = (program: Command, app: () => CliApp, terminal: Terminal, finish: Finish): void => {
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

const addLaw = (program: Command, app: () => CliApp, terminal: Terminal, finish: Finish): void => {
  program
    .command("diff")
    .description("what changes from one tender to another, or for one tender from one law to another")
    .argument("<first>", "a tender in the native JSON format")
    .argument("[second]", "another; else the first again")
    .addOption(
      onDay()
        .argParser((value: string, days?: string[]) => [...(days ?? []), toDay(value)])
        .default([]),
    )
    .addOption(language())
    .addOption(new Option("--format <format>", "what to print").choices(["text", "json"]).default("text"))
    .action((first: string, second: string | undefined, options: DiffOptions) => {
      finish(diff(first, second, options, app(), terminal));
    });
  program
    .command("confirm")
    .description("add a jurist's confirmation of a number of the law to a file")
    .argument("<parameter>", "id of the parameter")
    .requiredOption("--value <number>", "the value read, in the parameter's unit", Number)
    .requiredOption("--text <id>", "id of the legal text")
    .requiredOption("--article <article>", "the article")
    .requiredOption("--bulletin <issue>", "the issue of the Bulletin officiel")
    .requiredOption("--by <who>", "who confirms, by function")
    .requiredOption("--on <date>", "day of the confirmation", toDay)
    .option("--file <path>", "the file of confirmations", "confirmations.json")
    .action((parameter: string, options: ConfirmOptions) => {
      finish(confirm(parameter, options, app(), terminal));
    });
};

const addService = (program: Command, app: () => CliApp, terminal: Terminal, finish: Finish): void => {
  program
    .command("migrate")
    .description("bring the database to the newest schema")
    .action(async () => {
      for (const name of await app().migrate()) terminal.err(`migrated ${name}`);
      finish(EXIT.nothing);
    });
  program
    .command("serve")
    .description("run the service")
    .action(async () => app().serve());
};

const programOf = (app: () => CliApp, terminal: Terminal, finish: Finish): Command => {
  const program = new Command("awlawiya")
    .description("The cooperative-priority check of Moroccan public tenders")
    .showHelpAfterError("(awlawiya --help tells more)")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.err(text.trimEnd()),
    });
  addCheck(program, app, terminal, finish);
  addRules(program, app, terminal, finish);
  addLaw(program, app, terminal, finish);
  addService(program, app, terminal, finish);
  return program;
};

/** Runs one command; answers with its exit code. Bad usage is 2, help is 0. */
export const runCli = async (
  args: readonly string[],
  app: () => CliApp,
  terminal: Terminal,
): Promise<number> => {
  let code: number = EXIT.nothing;
  const program = programOf(app, terminal, (finished) => {
    code = finished;
  });
  try {
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? EXIT.nothing : EXIT.badInput;
  }
};
