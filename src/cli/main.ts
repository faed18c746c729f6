import { Command, CommanderError } from "commander";
import type { Language } from "../domain/tender.ts";
import type { CliApp, Terminal } from "./cli-app.ts";
import { EXIT } from "./exit-code.ts";
import { addAccounts } from "./program/account-commands.ts";
import { addAuditData } from "./program/audit-data-commands.ts";
import { addBatch } from "./program/batch-commands.ts";
import { addCheck } from "./program/check-commands.ts";
import { addData } from "./program/data-commands.ts";
import { addLedger } from "./program/ledger-commands.ts";
import { addLaw } from "./program/law-commands.ts";
import { addOperations } from "./program/operations-commands.ts";
import type { AddCommands } from "./program/options.ts";
import { addReport } from "./program/report-commands.ts";
import { addRules } from "./program/rules-commands.ts";
import { addService } from "./program/service-commands.ts";
import { addBuyers, addUpkeep } from "./program/upkeep-commands.ts";
import { addYear } from "./program/year-commands.ts";

const AREAS: readonly AddCommands[] = [
  addCheck,
  addReport,
  addBatch,
  addAuditData,
  addRules,
  addLaw,
  addYear,
  addData,
  addLedger,
  addUpkeep,
  addBuyers,
  addAccounts,
  addService,
  addOperations,
];

const programOf = (
  app: () => CliApp,
  terminal: Terminal,
  version: string,
  finish: (code: number) => void,
): Command => {
  const program = new Command("awlawiya")
    .version(version)
    .description("The cooperative-priority check of Moroccan public tenders")
    .showHelpAfterError("(awlawiya --help tells more)")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.err(text.trimEnd()),
    });
  for (const addCommands of AREAS) addCommands(program, app, terminal, finish);
  return program;
};

/** The same terminal, in whose language is spoken what a command asks for by `--lang`. */
const inLanguageOf = (terminal: Terminal) => {
  let { language } = terminal;
  const speaking: Terminal = {
    ...terminal,
    get language() {
      return language;
    },
  };
  const choose = (command: Command): void => {
    language = command.opts<{ readonly lang?: Language }>().lang ?? language;
  };
  return { speaking, choose };
};

/** Runs one command; answers with its exit code. Bad usage is 2, help is 0. `version`: the product's. */
export const runCli = async (
  args: readonly string[],
  app: () => CliApp,
  terminal: Terminal,
  version: string,
): Promise<number> => {
  let code: number = EXIT.nothing;
  const { speaking, choose } = inLanguageOf(terminal);
  const program = programOf(app, speaking, version, (finished) => {
    code = finished;
  });
  program.hook("preAction", (_program, command) => choose(command));
  try {
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? EXIT.nothing : EXIT.badInput;
  }
};
