import { guessFormat } from "../../intake/guess-format.ts";
import { inputError } from "../../intake/input-error.ts";
import { type Format, FORMATS, type Imported, readers } from "../../intake/readers.ts";
import type { Source } from "../../intake/source/source.ts";
import type { CliApp, Terminal } from "../cli-app.ts";
import { EXIT } from "../exit-code.ts";
import { openSource } from "../open-source.ts";
import { prepareTable, type TableOptions } from "../table-options.ts";
import { placeIn, tell } from "../tell.ts";
import { type Tally, tally } from "../text/tally.ts";

export interface ImportOptions extends TableOptions {
  readonly as?: Format;
}

const formatOf = async (
  file: string,
  source: Source,
  { as }: ImportOptions,
  terminal: Terminal,
): Promise<Format | null> => {
  const format = as ?? (await guessFormat(source));
  const expected = `its format cannot be told; say it with --as ${FORMATS.join("|")}`;
  if (format === null) tell(terminal, file, [inputError("", "UNKNOWN_FORMAT", expected)], "error");
  return format;
};

const print = async (file: string, { at, read }: Imported, terminal: Terminal): Promise<void> => {
  const place = placeIn(file, at, terminal);
  if (!read.ok) {
    tell(terminal, place, read.errors, "error");
    return;
  }
  tell(terminal, place, read.warnings, "warning");
  await terminal.line(JSON.stringify(read.document));
};

/** All was read: 0; some was refused: 1; nothing was read: 2. */
const exitCodeOf = ({ read, refused }: Tally): number => {
  if (refused === 0) return EXIT.nothing;
  return read > 0 ? EXIT.found : EXIT.badInput;
};

/** Prints the tenders of a file as JSON Lines; what was refused or has no place is told on stderr and counted. */
export const importFile = async (
  file: string,
  options: ImportOptions,
  app: CliApp,
  terminal: Terminal,
): Promise<number> => {
  const opened = await openSource(file);
  if (!opened.ok) {
    tell(terminal, file, opened.errors, "error");
    return EXIT.badInput;
  }
  const { source } = opened;
  try {
    const format = await formatOf(file, source, options, terminal);
    if (format === null) return EXIT.badInput;
    const table = prepareTable(options, app, terminal);
    if (table === null) return EXIT.badInput;
    const read = await readers[format]();
    const counted = tally();
    for await (const imported of read(source, table.reading)) {
      counted.add(imported);
      table.note(imported);
      await print(file, imported, terminal);
    }
    table.finish();
    for (const line of counted.lines(app.words(terminal.language), terminal.language)) terminal.err(line);
    return exitCodeOf(counted);
  } finally {
    await source.close();
  }
};
