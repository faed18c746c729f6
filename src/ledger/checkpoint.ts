import { fromBase64, toBase64 } from "./base64.ts";
import type { Signer, Verifier } from "./keys.ts";
import { isSignedBy, readNote, type SignedNote, signNote } from "./signed-note.ts";

/** The head of a log at one moment (c2sp.org/tlog-checkpoint). */
export interface Checkpoint {
  /** Which log: the name of its key. */
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
}

const WHOLE = /^(?:0|[1-9]\d{0,15})$/;
const HASH_BYTES = 32;

/** A decimal count of at most 2^53 - 1 without leading zeros; null when it is not one. */
export const readCount = (text: string): number | null => {
  const value = Number(text);
  return WHOLE.test(text) && Number.isSafeInteger(value) ? value : null;
};

/** The checkpoint in a note's text; null when it is none. Further lines are for others. */
export const readCheckpoint = ({ text }: Pick<SignedNote, "text">): Checkpoint | null => {
  const [origin = "", count = "", encoded = ""] = text.split("\n");
  const [size, root] = [readCount(count), fromBase64(encoded)];
  if (origin === "" || size === null || root?.length !== HASH_BYTES) return null;
  return { origin, size, root };
};

/** The text of a checkpoint. */
export const checkpointText = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${toBase64(root)}\n`;

/** The head of a log as a signed note; the log is named after its key. */
export const signCheckpoint = (signer: Signer, size: number, root: Buffer): string =>
  signNote(checkpointText({ origin: signer.name, size, root }), signer);

/** A checkpoint that the log's key signed; null when it did not, or it is of another log. */
export const openCheckpoint = (
  note: string,
  log: Verifier,
): (Checkpoint & { readonly note: SignedNote }) | null => {
  const read = readNote(note);
  const checkpoint = read === null ? null : readCheckpoint(read);
  if (read === null || checkpoint === null || checkpoint.origin !== log.name) return null;
  return isSignedBy(read, log) ? { ...checkpoint, note: read } : null;
};
