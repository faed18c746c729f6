import { type YearOptions, year } from "../commands/year.ts";
import { type AddCommands, confirmations, format, language, onDay } from "./options.ts";

/** `year`: a buyer's year. */
export const addYear: AddCommands = (program, app, terminal, finish) => {
  program
    .command("year")
    .description("check a buyer's year: the reserve, the programme, the yearly list, purchase orders")
    .argument("<file>", "a year in the native JSON format")
    .addOption(onDay())
    .addOption(language())
    .addOption(format())
    .addOption(confirmations())
    .action((file: string, options: YearOptions) => {
      finish(year(file, options, app(), terminal));
    });
};
