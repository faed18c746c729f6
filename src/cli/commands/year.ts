import { assessYear } from "../../domain/assess-year.ts";
import { withConfirmations } from "../../domain/confirmation.ts";
import type { LocalDate } from "../../domain/local-date.ts";
import { LARGEST_YEAR, readYear } from "../../intake/read-year.ts";
import type { CliApp, Terminal } from "../cli-app.ts";
import { confirmationsIn } from "../confirmations-file.ts";
import { EXIT } from "../exit-code.ts";
import { readFile } from "../read-file.ts";
import { tell } from "../tell.ts";
import { COLOUR, PLAIN } from "../text/style.ts";
import { yearText } from "../text/year-text.ts";

export interface YearOptions {
  readonly on?: LocalDate;
  readonly format: "text" | "json";
  readonly confirmations?: string;
}

/** Judges a buyer's year by its four rules; exit 1 on a breach. */
export const year = (file: string, options: YearOptions, app: CliApp, terminal: Terminal): number => {
  const confirmations = confirmationsIn(options.confirmations, app, terminal);
  if (confirmations === null) return EXIT.badInput;
  const rulebook = withConfirmations(app.rulebook, confirmations);
  const bytes = readFile(file, LARGEST_YEAR);
  const read = bytes.ok ? readYear(bytes.bytes) : bytes;
  if (!read.ok) {
    tell(terminal, file, read.errors, "error");
    return EXIT.badInput;
  }
  const judged = assessYear(read.year, rulebook, options.on ?? null);
  const { language } = terminal;
  if (options.format === "json") terminal.out(JSON.stringify(judged, null, 2));
  else
    terminal.out(
      yearText({
        judged,
        buyer: read.document.buyer.name,
        rulebook,
        words: app.words(language),
        language,
        style: terminal.isColour ? COLOUR : PLAIN,
        width: terminal.width,
      }),
    );
  return judged.findings.some(({ effect }) => effect === "breach") ? EXIT.found : EXIT.nothing;
};
