import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { DomainError } from "../domain/errors.ts";
import { openCheckpoint } from "../ledger/checkpoint.ts";
import { cosign } from "../ledger/cosignature.ts";
import type { Signer, Verifier } from "../ledger/keys.ts";
import { writeNote } from "../ledger/signed-note.ts";
import { type Sighting, sightingOf } from "../ledger/witness.ts";
import type { LogSource } from "./log-source.ts";

/** Who looks at which log. */
export interface Witness {
  readonly source: LogSource;
  /** Keys of the log: one of them must have signed the head. */
  readonly logKeys: readonly Verifier[];
  readonly signer: Signer;
  /** Where the last head seen is kept. */
  readonly stateFile: string;
}

/** What the witness saw; `note` is cosigned unless the log is older or forked. */
export interface Witnessed {
  readonly sighting: Sighting;
  readonly size: number;
  /** The head with the witness's line; in case of a fork the two heads that contradict each other. */
  readonly notes: readonly string[];
}

const open = (note: string, keys: readonly Verifier[]) =>
  keys.map((key) => openCheckpoint(note, key)).find((head) => head !== null) ?? null;

/** Written beside and renamed: the state is the old or the new head, never half of one. */
const keep = (file: string, note: string): void => {
  writeFileSync(`${file}.part`, note, { flush: true });
  renameSync(`${file}.part`, file);
};

/**
 * Looks at a log: checks that its head is signed and continues the head seen before, and cosigns it.
 * @throws DomainError LOG_HEAD_INVALID when the head is not signed by the log, LOG_UNREACHABLE
 */
export const runWitness = async (
  { source, logKeys, signer, stateFile }: Witness,
  now: () => Date,
): Promise<Witnessed> => {
  const note = await source.head();
  const head = open(note, logKeys);
  if (head === null) throw new DomainError("LOG_HEAD_INVALID", { problem: "not signed by the given key" });
  const kept = existsSync(stateFile) ? readFileSync(stateFile, "utf8") : null;
  const seen = kept === null ? null : open(kept, logKeys);
  if (kept !== null && seen === null)
    throw new DomainError("LOG_HEAD_INVALID", { problem: `${stateFile} is not signed by the given key` });
  const sighting = await sightingOf(seen, head, source.continues);
  if (sighting === "older" || sighting === "forked")
    return { sighting, size: head.size, notes: [kept ?? "", note] };
  keep(stateFile, note);
  const seconds = BigInt(Math.floor(now().getTime() / 1000));
  const line = cosign(head.note.text, signer, seconds);
  return {
    sighting,
    size: head.size,
    notes: [writeNote({ ...head.note, signatures: [...head.note.signatures, line] })],
  };
};
