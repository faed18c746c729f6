import { Option } from "commander";
import { type StoreOptions, storeFile } from "../commands/store-file.ts";
import { FORMATS } from "../../intake/readers.ts";
import { type ImportOptions, importFile } from "../commands/import.ts";
import { type AddCommands, language } from "./options.ts";

/** `import`: files of many tenders in the formats that others publish. */
export const addData: AddCommands = (program, app, terminal, finish) => {
  program
    .command("import")
    .description("read tenders from a file and print them in the native format, one a line")
    .argument("[file]", "the file; - for what is piped in", "-")
    .addOption(new Option("--as <format>", "its format; else told by the file itself").choices(FORMATS))
    .option("--profile <file>", "how the columns of such a sheet are read (JSON)")
    .option(
      "--save-profile <file>",
      "keep how the columns of this sheet were read, to be corrected or used again",
    )
    .option("--problems <file>", "write what could not be read as a CSV file: row, column, value, reason")
    .addOption(language())
    .option("--store", "keep the tenders in the database, as a job that survives any interruption")
    .option("--buyer <code>", "with --store: the buyer to whom they belong")
    .option("--resume <job>", "go on with a job that was interrupted")
    .action(async (file: string, options: ImportOptions & StoreOptions) => {
      const keeps = options.store === true || options.resume !== undefined;
      const run = keeps ? storeFile : importFile;
      finish(await run(file, options, app(), terminal));
    });
};
