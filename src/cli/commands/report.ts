import type { ReportVariant } from "../../usecases/ports.ts";
import type { CliApp, Terminal } from "../cli-app.ts";
import { EXIT } from "../exit-code.ts";
import { writeReport } from "../write-report.ts";

export interface ReportOptions {
  readonly output: string;
  readonly variant: ReportVariant;
  readonly letterhead?: string;
}

/** Prints the report of a stored assessment. */
export const report = async (
  id: string,
  { output, variant, letterhead }: ReportOptions,
  app: CliApp,
  terminal: Terminal,
): Promise<number> => {
  const { language } = terminal;
  const stored = await app.findAssessment(id);
  writeReport(
    output,
    await app.report({ ...stored, language, variant }, letterhead),
    language,
    app,
    terminal,
  );
  return EXIT.nothing;
};
