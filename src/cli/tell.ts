import type { InputError } from "../intake/input-error.ts";
import type { Terminal } from "./cli-app.ts";

/** One line a problem: the file, the place in it, what was expected. */
export const tell = (
  terminal: Terminal,
  file: string,
  problems: readonly Pick<InputError, "pointer" | "message">[],
  label: "error" | "warning",
): void => {
  for (const { pointer, message } of problems)
    terminal.err(`${label}: ${file}: ${pointer || "/"} ${message}`);
};
