import type { Confirmation } from "../domain/confirmation.ts";
import { readConfirmations } from "../intake/read-confirmations.ts";
import type { CliApp, Terminal } from "./cli-app.ts";
import { readFile } from "./read-file.ts";
import { tell } from "./tell.ts";

/** The confirmations of a file; none when no file is named, null when it cannot be used, which the user is told. */
export const confirmationsIn = (
  file: string | undefined,
  { rulebook }: CliApp,
  terminal: Terminal,
): readonly Confirmation[] | null => {
  if (file === undefined) return [];
  const bytes = readFile(file);
  const read = bytes.ok ? readConfirmations(bytes.bytes, rulebook) : bytes;
  if (read.ok) return read.confirmations;
  tell(terminal, file, read.errors, "error");
  return null;
};
