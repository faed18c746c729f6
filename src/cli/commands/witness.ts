import type { CliApp, Terminal } from "../cli-app.ts";
import { EXIT } from "../exit-code.ts";
import type { WitnessOrder } from "../ledger-cli.ts";

export interface WitnessOptions extends Omit<WitnessOrder, "log" | "send"> {
  readonly send?: true;
}

/** Looks at a log and cosigns its head; answers with 1 when the log contradicts what was seen before. */
export const witness = async (
  log: string,
  { send, ...options }: WitnessOptions,
  { ledger, ledgerWords }: CliApp,
  terminal: Terminal,
): Promise<number> => {
  const { sighting, size, notes, verifier } = await (await ledger()).witness({
    ...options,
    log,
    send: send === true,
  });
  const words = ledgerWords(terminal.language);
  terminal.err(`${(words[`witness_${sighting}`] ?? sighting).replace("{size}", String(size))}\n${verifier}`);
  terminal.out(notes.join("\n").trimEnd());
  return sighting === "older" || sighting === "forked" ? EXIT.found : EXIT.nothing;
};
