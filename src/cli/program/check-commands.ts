import { Option } from "commander";
import type { CheckOptions } from "../commands/check.ts";
import { type AddCommands, confirmations, format, language, letterhead, onDay, variant } from "./options.ts";

/** `check`: the main job. */
export const addCheck: AddCommands = (program, app, terminal, finish) => {
  program
    .command("check")
    .description("check tenders against the law and the cooperative-priority policy")
    .argument("<files...>", "tenders in the native JSON format")
    .addOption(onDay())
    .addOption(language())
    .addOption(format())
    .option("--pdf <path>", "write the report; a folder gets one file per tender")
    .addOption(variant())
    .addOption(letterhead())
    .addOption(confirmations())
    .addOption(
      new Option("--fail-on <level>", "what makes the exit code 1")
        .choices(["breach", "warning"])
        .default("breach"),
    )
    .action(async (files: string[], options: CheckOptions) => {
      const { check } = await import("../commands/check.ts");
      finish(await check(files, options, app(), terminal));
    });
};
