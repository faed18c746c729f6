import type { Published } from "../../exchange/ocds/release.ts";
import { releasePackage } from "../../exchange/ocds/package.ts";
import { headingLine, tenderLines } from "../../exchange/table/tender-table.ts";
import { guessFormat } from "../../intake/guess-format.ts";
import { type InputError, inputError } from "../../intake/input-error.ts";
import { acceptTender, type ReadTender } from "../../intake/read-tender.ts";
import { FORMATS, readers } from "../../intake/readers.ts";
import type { Source } from "../../intake/source/source.ts";
import type { CliApp, Terminal } from "../cli-app.ts";
import { EXIT } from "../exit-code.ts";
import { openSource } from "../open-source.ts";
import { tell } from "../tell.ts";

export interface ExportOptions {
  readonly as: "ocds" | "csv";
  readonly findings: boolean;
  readonly ocidPrefix: string;
  readonly publisher: string;
  readonly uri?: string;
  readonly profile: string;
  readonly date?: string;
}

/** How many were given and refused; a user is told why for each that is refused. */
interface Count {
  given: number;
  refused: number;
}

type Refuse = (place: string, errors: readonly InputError[]) => void;

async function* fromSource(file: string, source: Source, refuse: Refuse): AsyncGenerator<ReadTender> {
  const format = await guessFormat(source);
  if (format === null) {
    refuse(file, [inputError("", "UNKNOWN_FORMAT", `is in none of the formats ${FORMATS.join(", ")}`)]);
    return;
  }
  const read = await readers[format]();
  for await (const imported of read(source)) {
    if (imported.read.ok) yield imported.read;
    else refuse(imported.at === "" ? file : `${file}: ${imported.at}`, imported.read.errors);
  }
}

async function* fromFiles(files: readonly string[], refuse: Refuse): AsyncGenerator<ReadTender> {
  for (const file of files) {
    const opened = await openSource(file);
    if (!opened.ok) {
      refuse(file, opened.errors);
      continue;
    }
    try {
      yield* fromSource(file, opened.source, refuse);
    } finally {
      await opened.source.close();
    }
  }
}

async function* fromDatabase(app: CliApp, refuse: Refuse): AsyncGenerator<ReadTender> {
  for await (const { id, document } of app.storedTenders()) {
    const read = acceptTender(document);
    if (read.ok) yield read;
    else refuse(id, read.errors);
  }
}

async function* published(
  tenders: AsyncIterable<ReadTender>,
  { findings }: ExportOptions,
  app: CliApp,
  count: Count,
): AsyncGenerator<Published> {
  const check = app.checkWith([]);
  for await (const tender of tenders) {
    count.given += 1;
    yield { document: tender.document, assessment: findings ? check(tender, null) : null };
  }
}

const printPackage = async (
  tenders: AsyncIterable<ReadTender>,
  options: ExportOptions,
  app: CliApp,
  terminal: Terminal,
  count: Count,
): Promise<void> => {
  const date = `${options.date ?? terminal.today}T00:00:00Z`;
  const { ocidPrefix, publisher, profile, uri = `urn:awlawiya:export:${date.slice(0, 10)}` } = options;
  const settings = { ocidPrefix, publisher, profile, uri, date, hash: app.hash };
  for await (const piece of releasePackage(published(tenders, options, app, count), settings))
    await terminal.line(piece);
};

/** A table holds less than the format: what has no column is told, with the number of calls. */
const printTable = async (
  tenders: AsyncIterable<ReadTender>,
  terminal: Terminal,
  count: Count,
): Promise<void> => {
  const unplaced = new Map<string, number>();
  for await (const { document } of tenders) {
    const table = tenderLines(document);
    const lines = count.given === 0 ? [headingLine(), ...table.lines] : table.lines;
    count.given += 1;
    for (const pointer of table.unplaced) unplaced.set(pointer, (unplaced.get(pointer) ?? 0) + 1);
    await terminal.bytes(Buffer.from(lines.join("")));
  }
  for (const [pointer, calls] of unplaced)
    terminal.err(`warning: no column holds ${pointer} (calls that say it: ${calls})`);
};

/**
 * Prints tenders as an OCDS 1.1 release package or as a table: those of files in any format that is read, else the
 * database's.
 */
export const exportTenders = async (
  files: readonly string[],
  options: ExportOptions,
  app: CliApp,
  terminal: Terminal,
): Promise<number> => {
  const count: Count = { given: 0, refused: 0 };
  const refuse: Refuse = (place, errors) => {
    count.refused += 1;
    tell(terminal, place, errors, "error");
  };
  const tenders = files.length > 0 ? fromFiles(files, refuse) : fromDatabase(app, refuse);
  if (options.as === "csv") await printTable(tenders, terminal, count);
  else await printPackage(tenders, options, app, terminal, count);
  if (count.given === 0) {
    if (count.refused === 0) terminal.err("error: there is no tender to export");
    return EXIT.badInput;
  }
  return count.refused > 0 ? EXIT.found : EXIT.nothing;
};
