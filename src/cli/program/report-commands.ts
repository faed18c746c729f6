import type { ReportOptions } from "../commands/report.ts";
import { type AddCommands, language, letterhead, variant } from "./options.ts";

/** `report`: a stored assessment on paper. */
export const addReport: AddCommands = (program, app, terminal, finish) => {
  program
    .command("report")
    .description("write the PDF report of a stored assessment")
    .argument("<assessment>", "id of the assessment")
    .requiredOption("-o, --output <file>", "the file to write")
    .addOption(language())
    .addOption(variant())
    .addOption(letterhead())
    .action(async (id: string, options: ReportOptions) => {
      const { report } = await import("../commands/report.ts");
      finish(await report(id, options, app(), terminal));
    });
};
