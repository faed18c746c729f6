import type { ConfirmOptions } from "../commands/confirm.ts";
import type { DiffOptions } from "../commands/diff.ts";
import { type AddCommands, format, language, letterhead, onDay, toDay } from "./options.ts";

/** `diff` and `confirm`: the law of another day, the word of a jurist. */
export const addLaw: AddCommands = (program, app, terminal, finish) => {
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
    .addOption(format())
    .option("--pdf <path>", "write the comparison as PDF")
    .addOption(letterhead())
    .action(async (first: string, second: string | undefined, options: DiffOptions) => {
      const { diff } = await import("../commands/diff.ts");
      finish(await diff(first, second, options, app(), terminal));
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
    .action(async (parameter: string, options: ConfirmOptions) => {
      const { confirm } = await import("../commands/confirm.ts");
      finish(confirm(parameter, options, app(), terminal));
    });
};
