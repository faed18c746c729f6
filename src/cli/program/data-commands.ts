import { Option } from "commander";
import { FORMATS } from "../../intake/readers.ts";
import { type ImportOptions, importFile } from "../commands/import.ts";
import { type AddCommands, language } from "./options.ts";

/** `import`: files of many tenders in the formats that others publish. */
export const addData: AddCommands = (program, app, terminal, finish) => {
  program
    .command("import")
    .description("read tenders from a file and print them in the native format, one a line")
    .argument("<file>", "the file; - for what is piped in")
    .addOption(new Option("--as <format>", "its format; else told by the file itself").choices(FORMATS))
    .option("--profile <file>", "how the columns of such a sheet are read (JSON)")
    .option(
      "--save-profile <file>",
      "keep how the columns of this sheet were read, to be corrected or used again",
    )
    .option("--problems <file>", "write what could not be read as a CSV file: row, column, value, reason")
    .addOption(language())
    .action(async (file: string, options: ImportOptions) => {
      finish(await importFile(file, options, app(), terminal));
    });
};
