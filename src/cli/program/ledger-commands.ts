import { type VerifyOptions, verify } from "../commands/verify.ts";
import { type AddCommands, format, language } from "./options.ts";

/** `verify`: what was issued, and what the log says of it. */
export const addLedger: AddCommands = (program, app, terminal, finish) => {
  program
    .command("verify")
    .description(
      "say whether a PDF report is as it was issued, signed, logged, and judged the same today; offline",
    )
    .argument("<file>", "a report")
    .option("--key <key>", "key of the log, name+hash+key, or a file of such lines; else this machine's own")
    .addOption(language())
    .addOption(format())
    .action(async (file: string, options: VerifyOptions) => {
      finish(await verify(file, options, app(), terminal));
    });
};
