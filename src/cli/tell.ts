import type { InputError } from "../intake/input-error.ts";
import { reasonIn, translated } from "../intake/reason-in.ts";
import type { Terminal } from "./cli-app.ts";

/** A file, and where in it: `calls.jsonl: line 3`; `at` is empty for the file as a whole. */
export const placeIn = (file: string, at: string, { language }: Terminal): string =>
  at === "" ? file : `${file}: ${translated(at, language)}`;

/** One line a problem: the file, the place in it, what was expected; in the user's language. */
export const tell = (
  terminal: Terminal,
  file: string,
  problems: readonly InputError[],
  label: "error" | "warning" | "problem",
): void => {
  for (const problem of problems)
    terminal.err(`${label}: ${file}: ${problem.pointer || "/"} ${reasonIn(problem, terminal.language)}`);
};
