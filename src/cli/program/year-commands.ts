import type { PackOptions } from "../commands/pack.ts";
import type { YearOptions } from "../commands/year.ts";
import { type AddCommands, confirmations, format, language, letterhead, onDay } from "./options.ts";

/** `year` and `pack`: a buyer's year, judged and published. */
export const addYear: AddCommands = (program, app, terminal, finish) => {
  program
    .command("year")
    .description("check a buyer's year: the reserve, the programme, the yearly list, purchase orders")
    .argument("<file>", "a year in the native JSON format")
    .addOption(onDay())
    .addOption(language())
    .addOption(format())
    .addOption(confirmations())
    .action(async (file: string, options: YearOptions) => {
      const { year } = await import("../commands/year.ts");
      finish(year(file, options, app(), terminal));
    });
  program
    .command("pack")
    .description(
      "write what a buyer publishes of a year: PDF, XLSX and OCDS with their checksums, in one archive",
    )
    .argument("<buyer>", "code of the buyer")
    .argument("<year>", "the budget year")
    .requiredOption("-o, --output <file>", "the archive to write")
    .addOption(letterhead())
    .addOption(language())
    .action(async (buyer: string, number: string, options: PackOptions) => {
      const { pack } = await import("../commands/pack.ts");
      finish(await pack(buyer, number, options, app(), terminal));
    });
};
