import { compare } from "../../domain/compare.ts";
import type { LocalDate } from "../../domain/local-date.ts";
import { readTender } from "../../intake/read-tender.ts";
import type { CliApp, Terminal } from "../cli-app.ts";
import { EXIT } from "../exit-code.ts";
import { readFile } from "../read-file.ts";
import { comparisonText } from "../text/comparison-text.ts";
import { tell } from "../tell.ts";
import { writeReport } from "../write-report.ts";

export interface DiffOptions {
  /** The days whose law applies to the first and to the second assessment. */
  readonly on: readonly LocalDate[];
  readonly format: "text" | "json";
  readonly pdf?: string;
  readonly letterhead?: string;
}

const readIn = (file: string, terminal: Terminal) => {
  const bytes = readFile(file);
  const read = bytes.ok ? readTender(bytes.bytes) : bytes;
  if (read.ok) return read;
  tell(terminal, file, read.errors, "error");
  return null;
};

/** One tender under two laws, or two tenders: what changed between their assessments. */
export const diff = async (
  first: string,
  second: string | undefined,
  options: DiffOptions,
  app: CliApp,
  terminal: Terminal,
): Promise<number> => {
  if (options.on.length > 2 || (second === undefined && options.on.length === 0)) {
    terminal.err("error: diff needs a second tender, or one --on for each law: two at most");
    return EXIT.badInput;
  }
  const [before, after] = [readIn(first, terminal), readIn(second ?? first, terminal)];
  if (before === null || after === null) return EXIT.badInput;
  const checkTender = app.checkWith([]);
  const [onFirst, onSecond] = options.on;
  const assessed = {
    before: { assessment: checkTender(before, onFirst ?? null), document: before.document },
    after: {
      assessment: checkTender(after, onSecond ?? (second === undefined ? null : (onFirst ?? null))),
      document: after.document,
    },
  };
  const comparison = compare(assessed.before.assessment, assessed.after.assessment);
  const { language } = terminal;
  if (options.format === "json") terminal.out(JSON.stringify(comparison, null, 2));
  else
    terminal.out(
      comparisonText(comparison, assessed.after.assessment.on, {
        rulebook: app.rulebook,
        words: app.words(language),
        language,
        width: terminal.width,
      }),
    );
  if (options.pdf !== undefined) {
    const pdf = await app.report({ variant: "comparison", language, ...assessed }, options.letterhead);
    writeReport(options.pdf, pdf, language, app, terminal);
  }
  return EXIT.nothing;
};
