import { existsSync } from "node:fs";
import { readConfirmation, readConfirmations } from "../../intake/read-confirmations.ts";
import type { CliApp, Terminal } from "../cli-app.ts";
import { EXIT } from "../exit-code.ts";
import { readFile } from "../read-file.ts";
import { tell } from "../tell.ts";
import { writeFile } from "../write-file.ts";

export interface ConfirmOptions {
  readonly value: number;
  readonly text: string;
  readonly article: string;
  readonly bulletin: string;
  readonly by: string;
  readonly on: string;
  readonly file: string;
}

const encode = (value: unknown): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);

/** Adds a jurist's confirmation to a file that `check --confirmations` reads. */
export const confirm = (
  parameter: string,
  { value, text, article, bulletin, by, on, file }: ConfirmOptions,
  { rulebook }: CliApp,
  terminal: Terminal,
): number => {
  const given = { parameter, value, text, article, bulletin, confirmedBy: by, confirmedOn: on };
  const read = readConfirmation(encode(given), rulebook);
  const bytes = existsSync(file) ? readFile(file) : ({ ok: true, bytes: encode([]) } as const);
  const before = bytes.ok ? readConfirmations(bytes.bytes, rulebook) : bytes;
  if (!read.ok) tell(terminal, parameter, read.errors, "error");
  if (!before.ok) tell(terminal, file, before.errors, "error");
  if (!read.ok || !before.ok) return EXIT.badInput;
  writeFile(file, encode([...before.confirmations, read.confirmation]));
  return EXIT.nothing;
};
