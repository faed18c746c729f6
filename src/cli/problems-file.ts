import { closeSync, openSync, writeSync } from "node:fs";
import type { Language } from "../domain/tender.ts";
import type { InputError } from "../intake/input-error.ts";
import { problemHeadings, problemLine } from "../intake/table/problem-file.ts";

/** A file of problems that is written as they come. */
export interface ProblemsFile {
  /** @param at its place, where it has no row */
  readonly note: (at: string, problem: InputError) => void;
  readonly close: () => void;
}

/** Opens `--problems FILE`, a CSV file in a language; without a path nothing is kept. */
export const openProblems = (path: string | undefined, language: Language): ProblemsFile => {
  if (path === undefined) return { note: () => undefined, close: () => undefined };
  const handle = openSync(path, "w");
  writeSync(handle, problemHeadings(language));
  return {
    note: (at, problem) => writeSync(handle, problemLine(problem, at, language)),
    close: () => closeSync(handle),
  };
};
