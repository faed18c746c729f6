import { InvalidArgumentError, Option } from "commander";
import { CARDINAL_THRESHOLDS } from "../../domain/red-flags/red-flag.ts";
import { FORMATS } from "../../intake/readers.ts";
import type { CoverageOptions } from "../commands/coverage.ts";
import type { FlagOptions } from "../commands/flags.ts";
import { type AddCommands, format, language, onDay } from "./options.ts";

const toDays = (value: string): number => {
  if (!/^\d{1,3}$/.test(value)) throw new InvalidArgumentError("expected a number of days");
  return Number(value);
};

const as = (): Option =>
  new Option("--as <format>", "its format; else told by the file itself").choices(FORMATS);

/** `coverage` and `flags`: what data can tell, and the signs in them that ask for a look. */
export const addAuditData: AddCommands = (program, app, terminal, finish) => {
  program
    .command("coverage")
    .description("which rules can be decided from the data of a file, and which facts are missing most")
    .argument("<file>", "tenders in any format; - for what is piped in")
    .addOption(as())
    .addOption(onDay())
    .addOption(language())
    .addOption(format())
    .action(async (file: string, options: CoverageOptions) => {
      const { coverage } = await import("../commands/coverage.ts");
      finish(await coverage(file, options, app(), terminal));
    });
  program
    .command("flags")
    .description("red flags of the tenders of a file, by the definitions of Cardinal; no part of a verdict")
    .argument("<file>", "tenders in any format; - for what is piped in")
    .addOption(as())
    .addOption(
      new Option("--short-period <days>", "from how few days a period for offers is short")
        .argParser(toDays)
        .default(CARDINAL_THRESHOLDS.shortPeriodDays),
    )
    .option("--all", "also the flags that are not raised")
    .addOption(language())
    .addOption(format())
    .action(async (file: string, options: FlagOptions) => {
      const { flags } = await import("../commands/flags.ts");
      finish(await flags(file, options, app(), terminal));
    });
};
