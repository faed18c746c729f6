import { summaryOf } from "../../domain/verification.ts";
import type { CliApp, Terminal } from "../cli-app.ts";
import { EXIT } from "../exit-code.ts";
import { readFile } from "../read-file.ts";
import { tell } from "../tell.ts";
import { COLOUR, PLAIN } from "../text/style.ts";
import { verificationText } from "../text/verification-text.ts";

export interface VerifyOptions {
  readonly key?: string;
  readonly log?: string;
  readonly format: "text" | "json";
}

/** Beyond any report of ours. */
const LARGEST = 64 * 1024 * 1024;

const isPdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 5)).toString("latin1") === "%PDF-";

/** Says what holds of a report; answers with 0 when all does, 1 when something does not, 3 when it cannot tell. */
export const verify = async (
  file: string,
  options: VerifyOptions,
  { ledgerWords, verify: verifyFile }: CliApp,
  terminal: Terminal,
): Promise<number> => {
  const words = ledgerWords(terminal.language);
  const read = readFile(file, LARGEST);
  if (!read.ok) {
    tell(terminal, file, read.errors, "error");
    return EXIT.badInput;
  }
  if (!isPdf(read.bytes)) {
    terminal.err(`error: ${file}: ${words["notPdf"] ?? ""}`);
    return EXIT.badInput;
  }
  const verification = await verifyFile(read.bytes, options.key ?? null, options.log ?? null);
  if (options.format === "json") terminal.out(JSON.stringify(verification, null, 2));
  else terminal.out(verificationText(file, verification, words, terminal.isColour ? COLOUR : PLAIN));
  const summary = summaryOf(verification);
  if (summary === "no") return EXIT.found;
  return summary === "yes" ? EXIT.nothing : EXIT.undetermined;
};
