import type { Language } from "../domain/tender.ts";
import type { CliApp, Terminal } from "./cli-app.ts";
import { writeFile } from "./write-file.ts";

/** Writes a report and says where. */
export const writeReport = (
  path: string,
  bytes: Uint8Array,
  language: Language,
  app: CliApp,
  terminal: Terminal,
): void => {
  writeFile(path, bytes);
  terminal.err((app.words(language)["written"] ?? "{path}").replace("{path}", path));
};
