import type { Imported, ReaderOptions } from "../intake/readers.ts";
import { type Mapping, type Profile, profileOf } from "../intake/table/mapping.ts";
import { readProfile } from "../intake/table/read-profile.ts";
import type { CliApp, Terminal } from "./cli-app.ts";
import { openProblems } from "./problems-file.ts";
import { readFile } from "./read-file.ts";
import { tell } from "./tell.ts";
import { writeFile } from "./write-file.ts";

/** What the command line says of a sheet of rows. */
export interface TableOptions {
  readonly profile?: string;
  readonly saveProfile?: string;
  readonly problems?: string;
}

/** How a sheet is read, and what is kept of the reading. */
export interface TableReading {
  readonly reading: ReaderOptions;
  readonly note: (imported: Imported) => void;
  readonly finish: () => void;
}

const profileIn = (path: string | undefined, terminal: Terminal): Profile | null | undefined => {
  if (path === undefined) return undefined;
  const bytes = readFile(path);
  const read = bytes.ok ? readProfile(bytes.bytes) : bytes;
  if (read.ok) return read.profile;
  tell(terminal, path, read.errors, "error");
  return null;
};

/** Each column with the field it was taken for and how sure that is, so that a wrong guess is seen. */
const showMapping = ({ columns }: Mapping, words: string, terminal: Terminal): void => {
  for (const { heading, field, confidence } of columns)
    terminal.err(
      words
        .replace("{heading}", heading)
        .replace("{field}", field ?? "–")
        .replace("{confidence}", `${Math.round(confidence * 100)} %`),
    );
};

/** Reads the profile and opens the file of problems; null when the profile cannot be read, which was told. */
export const prepareTable = (options: TableOptions, app: CliApp, terminal: Terminal): TableReading | null => {
  const profile = profileIn(options.profile, terminal);
  if (profile === null) return null;
  const { language } = terminal;
  const problems = openProblems(options.problems, language);
  const onMapping = (mapping: Mapping): void => {
    showMapping(mapping, app.dataWords(language)["mappedColumn"] ?? "", terminal);
    if (options.saveProfile === undefined) return;
    const kept = { ...profile, ...profileOf(mapping) };
    writeFile(options.saveProfile, Buffer.from(`${JSON.stringify(kept, null, 2)}\n`));
  };
  return {
    reading: { ...(profile === undefined ? {} : { profile }), onMapping },
    note: ({ at, read }) => {
      if (!read.ok) for (const error of read.errors) problems.note(at, error);
    },
    finish: problems.close,
  };
};
