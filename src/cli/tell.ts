import type { InputError } from "../intake/input-error.ts";
import { isCellProblem, reasonOf } from "../intake/table/cell-problem.ts";
import type { Terminal } from "./cli-app.ts";

const reasonFor = (problem: InputError, { language }: Terminal): string =>
  isCellProblem(problem) ? reasonOf(problem, language) : problem.message;

/** One line a problem: the file, the place in it, what was expected; of a sheet's cells in the user's language. */
export const tell = (
  terminal: Terminal,
  file: string,
  problems: readonly InputError[],
  label: "error" | "warning" | "problem",
): void => {
  for (const problem of problems)
    terminal.err(`${label}: ${file}: ${problem.pointer || "/"} ${reasonFor(problem, terminal)}`);
};
