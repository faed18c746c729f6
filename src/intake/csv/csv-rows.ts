import { CsvError, parse } from "csv-parse";
import type { Source } from "../source/source.ts";
import { LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, TableError, type TableRow } from "../table/row.ts";
import { decodeText } from "./decode-text.ts";
import { guessDelimiter } from "./guess-delimiter.ts";

/** How a CSV file is written, where its own bytes do not tell. */
export interface CsvOptions {
  /** A label of the Encoding standard, `windows-1252` or `windows-1256`; else UTF-8 or what a byte-order mark says. */
  readonly encoding?: string;
  readonly delimiter?: string;
}

/** Bytes of one record, quotes included. */
const LARGEST_RECORD = 1_048_576;

/** What our own export puts before a cell that a spreadsheet would take for a formula is taken away again. */
const unguarded = (text: string): string => (/^'[=+\-@\t\r＝＋－＠]/.test(text) ? text.slice(1) : text);

/** The parser is ahead of the rows that were taken from it: it knows itself at which one it stopped. */
const asTableError = (error: unknown): unknown => {
  if (!(error instanceof CsvError)) return error;
  const row = Number(error["records"]) + 1;
  if (error.code === "CSV_MAX_RECORD_SIZE") return new TableError("ROW_TOO_LARGE", "", row);
  return new TableError("QUOTES_BROKEN", "", row);
};

/** Text in chunks → the parser; what the text throws is thrown by the parser's rows. */
const parsed = (text: AsyncIterable<string>, delimiter: string) => {
  const parser = parse({
    delimiter,
    relax_column_count: true,
    max_record_size: LARGEST_RECORD,
    encoding: "utf8",
  });
  const feed = async (): Promise<void> => {
    try {
      for await (const chunk of text)
        if (!parser.write(chunk)) await new Promise((resolve) => parser.once("drain", resolve));
      parser.end();
    } catch (error) {
      parser.destroy(error as Error);
    }
  };
  void feed();
  return parser as AsyncIterable<readonly string[]>;
};

/**
 * The rows of a CSV file, streamed. The separator is the one that the first lines use alike: `;`, `,`, tab or `|`.
 * @throws TableError NOT_UTF8, ENCODING_UNKNOWN, QUOTES_BROKEN, ROW_TOO_LARGE, TOO_MANY_ROWS, TOO_MANY_COLUMNS
 */
export async function* csvRows(source: Source, options: CsvOptions = {}): AsyncGenerator<TableRow> {
  const delimiter = options.delimiter ?? (await guessDelimiter(source, options.encoding));
  let number = 0;
  try {
    for await (const record of parsed(decodeText(source, options.encoding), delimiter)) {
      number += 1;
      if (number > MOST_ROWS) throw new TableError("TOO_MANY_ROWS", String(MOST_ROWS), number);
      if (record.length > MOST_COLUMNS)
        throw new TableError("TOO_MANY_COLUMNS", String(MOST_COLUMNS), number);
      if (record.some((text) => text.length > LONGEST_CELL))
        throw new TableError("CELL_TOO_LONG", String(LONGEST_CELL), number);
      yield {
        number,
        cells: record.map((text) => (text === "" ? null : unguarded(text))),
        isSeparated: true,
      };
    }
  } catch (error) {
    throw asTableError(error);
  }
}
