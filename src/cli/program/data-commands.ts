import { Option } from "commander";
import type { StoreOptions } from "../commands/store-file.ts";
import { PROFILE, UNREGISTERED } from "../../exchange/ocds/unpublished.ts";
import { FORMATS } from "../../intake/readers.ts";
import type { ExportOptions } from "../commands/export.ts";
import type { ImportOptions } from "../commands/import.ts";
import { type AddCommands, language, toDay } from "./options.ts";

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
    .addOption(
      new Option(
        "--store",
        "keep the tenders in the database, as a job that survives any interruption",
      ).conflicts("saveProfile"),
    )
    .option("--buyer <code>", "with --store: the buyer to whom they belong")
    .addOption(new Option("--resume <job>", "go on with a job that was interrupted").conflicts("saveProfile"))
    .action(async (file: string, options: ImportOptions & StoreOptions) => {
      const keeps = options.store === true || options.resume !== undefined;
      const run = keeps
        ? (await import("../commands/store-file.ts")).storeFile
        : (await import("../commands/import.ts")).importFile;
      finish(await run(file, options, app(), terminal));
    });
  program
    .command("export")
    .description(
      "publish tenders as an OCDS release package, with the cooperative-priority profile, or as a table",
    )
    .argument("[files...]", "tenders in any format that import reads; without them, those of the database")
    .addOption(
      new Option("--as <format>", "the format to write").choices(["ocds", "csv"]).makeOptionMandatory(),
    )
    .option("--no-findings", "leave out what the rules find")
    .option("--ocid-prefix <prefix>", "prefix registered for open contracting identifiers", UNREGISTERED)
    .option("--publisher <name>", "who publishes", "Awlawiya")
    .option("--uri <uri>", "where the package is published")
    .option("--profile <url>", "where the extension is published", PROFILE)
    .addOption(new Option("--date <date>", "the day of publication; else today").argParser(toDay))
    .action(async (files: string[], options: ExportOptions) => {
      const { exportTenders } = await import("../commands/export.ts");
      finish(await exportTenders(files, options, app(), terminal));
    });
};
