import type { CliApp, Terminal } from "../cli-app.ts";
import { EXIT } from "../exit-code.ts";
import { writeReport } from "../write-report.ts";

export interface PackOptions {
  readonly output: string;
  readonly letterhead?: string;
}

/** Writes what a buyer publishes of a year, as one archive, from the database. */
export const pack = async (
  buyer: string,
  year: string,
  { output, letterhead }: PackOptions,
  app: CliApp,
  terminal: Terminal,
): Promise<number> => {
  if (!/^(?:19|20)\d{2}$/.test(year)) {
    terminal.err(`error: "${year}" is no year; expected four figures, such as 2026`);
    return EXIT.badInput;
  }
  const bytes = await app.pack({ buyer, year: Number(year) }, letterhead);
  writeReport(output, bytes, terminal.language, app, terminal);
  return EXIT.nothing;
};
