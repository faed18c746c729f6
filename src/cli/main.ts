import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import type { Language } from "../domain/tender.ts";
import { isDay } from "../intake/validator.ts";
import type { CliApp, Terminal } from "./cli-app.ts";
import { type CheckOptions, check } from "./commands/check.ts";
import { rules } from "./commands/rules.ts";
import { EXIT } from "./exit-code.ts";

const LANGUAGES: readonly Language[] = ["ar", "fr", "en"];

const toDay = (value: string): string => {
  if (!isDay(value)) throw new InvalidArgumentError("expected a day of the calendar, YYYY-MM-DD");
  return value;
};

const language = (): Option => new Option("--lang <language>", "language of the words").choices(LANGUAGES);

type Finish = (code: number) => void;

const addCheck = (program: Command, app: () => CliApp, terminal: Terminal, finish: Finish): void => {
  program
    .command("check")
    .description("check tenders against the law and the cooperative-priority policy")
    .argument("<files...>", "tenders in the native JSON format")
    .option("--on <date>", "the day whose law applies; else the tender's own", toDay)
    .addOption(language())
    .addOption(new Option("--format <format>", "what to print").choices(["text", "json"]).default("text"))
    .option("--pdf <path>", "write the report; a folder gets one file per tender")
    .addOption(
      new Option("--fail-on <level>", "what makes the exit code 1")
        .choices(["breach", "warning"])
        .default("breach"),
    )
    .action(async (files: string[], options: CheckOptions) => {
      finish(await check(files, options, app(), terminal));
    });
};

const addRules = (program: Command, app: () => CliApp, terminal: Terminal, finish: Finish): void => {
  program
    .command("rules")
    .description("list the rules, or show one with its sources")
    .argument("[id]", "id of a rule")
    .addOption(language())
    .action((id: string | undefined, { lang }: { lang?: Language }) => {
      finish(rules(id, lang ?? terminal.language, app(), terminal));
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
