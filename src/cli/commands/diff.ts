import { compare } from "../../domain/compare.ts";
import type { LocalDate } from "../../domain/local-date.ts";
import type { Language } from "../../domain/tender.ts";
import { readTender } from "../../intake/read-tender.ts";
import type { CliApp, Terminal } from "../cli-app.ts";
import { EXIT } from "../exit-code.ts";
import { readFile } from "../read-file.ts";
import { comparisonText } from "../text/comparison-text.ts";
import { tell } from "../tell.ts";

export interface DiffOptions {
  /** The days whose law applies to the first and to the second assessment. */
  readonly on: readonly LocalDate[];
  readonly lang?: Language;
  readonly format: "text" | "json";
}

const readIn = (file: string, terminal: Terminal) => {
  const bytes = readFile(file);
  const read = bytes.ok ? readTender(bytes.bytes) : bytes;
  if (read.ok) return read;
  tell(terminal, file, read.errors, "error");
  return null;
};

/** One tender under two laws, or two tenders: what changed between their assessments. */
export const diff = (
  first: string,
  second: string | undefined,
  options: DiffOptions,
  app: CliApp,
  terminal: Terminal,
): number => {
  const [before, after] = [readIn(first, terminal), readIn(second ?? first, terminal)];
  if (before === null || after === null) return EXIT.badInput;
  const checkTender = app.checkWith([]);
  const [onFirst, onSecond] = options.on;
  const comparison = compare(
    checkTender(before, onFirst ?? null),
    checkTender(after, onSecond ?? (second === undefined ? null : (onFirst ?? null))),
  );
  const language = options.lang ?? terminal.language;
  if (options.format === "json") terminal.out(JSON.stringify(comparison, null, 2));
  else
    terminal.out(
      comparisonText(comparison, { rulebook: app.rulebook, words: app.words(language), language }),
    );
  return EXIT.nothing;
};
