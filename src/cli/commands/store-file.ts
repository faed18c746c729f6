import { guessFormat } from "../../intake/guess-format.ts";
import { inputError } from "../../intake/input-error.ts";
import { type Format, FORMATS } from "../../intake/readers.ts";
import { readProfile } from "../../intake/table/read-profile.ts";
import type { Job } from "../../usecases/imports/ports.ts";
import type { CliApp, LocalImports, Terminal } from "../cli-app.ts";
import { EXIT } from "../exit-code.ts";
import { openSource } from "../open-source.ts";
import { openProblems, type ProblemsFile } from "../problems-file.ts";
import { readFile } from "../read-file.ts";
import { placeIn, tell } from "../tell.ts";
import type { CliWords } from "../text/cli-words.ts";
import { progressLine } from "../text/progress-text.ts";

export interface StoreOptions {
  readonly problems?: string;
  readonly as?: Format;
  readonly profile?: string;
  readonly store?: true;
  readonly buyer?: string;
  readonly resume?: string;
}

/** The job of a file that was kept, or null when the file cannot be had, which was told. */
const begin = async (
  file: string,
  { as, profile: path, buyer }: StoreOptions,
  imports: LocalImports,
  terminal: Terminal,
): Promise<string | null> => {
  const bytes = path === undefined ? null : readFile(path);
  const profile = bytes === null ? null : bytes.ok ? readProfile(bytes.bytes) : bytes;
  if (profile !== null && !profile.ok) {
    tell(terminal, path ?? "", profile.errors, "error");
    return null;
  }
  const opened = await openSource(file);
  if (!opened.ok) {
    tell(terminal, file, opened.errors, "error");
    return null;
  }
  const { source } = opened;
  try {
    const format = as ?? (await guessFormat(source));
    if (format !== null)
      return await imports.begin(
        { format, name: file, profile: profile?.profile ?? null, buyer: buyer ?? null },
        source.chunks(),
      );
    const expected = `its format cannot be told; say it with --as ${FORMATS.join("|")}`;
    tell(terminal, file, [inputError("", "UNKNOWN_FORMAT", expected)], "error");
    return null;
  } finally {
    await source.close();
  }
};

const totals = (job: Job, words: CliWords): string =>
  (words["importStored"] ?? "")
    .replace("{state}", words[`importState.${job.state}`] ?? job.state)
    .replace("{stored}", String(job.stored))
    .replace("{replaced}", String(job.replaced))
    .replace("{unchanged}", String(job.unchanged))
    .replace("{refused}", String(job.refused));

/** As of an import that prints: all was read: 0; some was refused: 1; nothing was read, or not to the end: 2. */
const exitCodeOf = ({ state, stored, replaced, unchanged, refused }: Job): number => {
  if (state !== "done") return EXIT.badInput;
  if (refused === 0) return EXIT.nothing;
  return stored + replaced + unchanged > 0 ? EXIT.found : EXIT.badInput;
};

const run = async (
  id: string,
  kept: ProblemsFile,
  imports: LocalImports,
  words: CliWords,
  terminal: Terminal,
): Promise<number> => {
  terminal.err((words["importJob"] ?? "").replaceAll("{id}", id));
  const line = progressLine(terminal.progress);
  const job = await imports.run(id, ({ bytesRead, bytes, items }) => line.show(bytesRead, bytes, items));
  line.clear();
  if (job === null) {
    terminal.err(words["importAbsent"] ?? "");
    return EXIT.badInput;
  }
  for await (const { at, problem } of imports.problems(id)) {
    tell(terminal, placeIn(job.name, at, terminal), [problem], "problem");
    kept.note(at, problem);
  }
  terminal.err(totals(job, words));
  return exitCodeOf(job);
};

/** Keeps the tenders of a file in the database by a job; killed at any moment, `--resume` goes on with it. */
export const storeFile = async (
  file: string,
  options: StoreOptions,
  app: CliApp,
  terminal: Terminal,
): Promise<number> => {
  const kept = openProblems(options.problems, terminal.language);
  const imports = await app.imports();
  try {
    const id = options.resume ?? (await begin(file, options, imports, terminal));
    if (id === null) return EXIT.badInput;
    return await run(id, kept, imports, app.dataWords(terminal.language), terminal);
  } finally {
    kept.close();
    await imports.close();
  }
};
