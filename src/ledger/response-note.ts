import type { Signer, Verifier } from "./keys.ts";
import { isSignedBy, readNote, type SignedNote, signNote } from "./signed-note.ts";

const FORMAT = "awlawiya-response/1";
const LONGEST = 16_384;

/** A buyer's answer to a report: a signed note whose first lines name the format and the report. */
export interface ResponseNote {
  readonly reportId: string;
  /** What the buyer says. */
  readonly text: string;
}

/** Signs an answer to a report. */
export const signResponse = ({ reportId, text }: ResponseNote, signer: Signer): string =>
  signNote(`${FORMAT}\n${reportId}\n${text.replaceAll("\r\n", "\n").trimEnd()}\n`, signer);

/** An answer, and by its own word who signed it. */
export interface ReadResponse extends ResponseNote {
  /** Name and id of the key. */
  readonly key: string;
}

const responseIn = (note: SignedNote | null): ReadResponse | null => {
  const [signature, ...others] = note?.signatures ?? [];
  if (note === null || signature === undefined || others.length > 0) return null;
  const [format, reportId = "", ...lines] = note.text.split("\n");
  const text = lines.join("\n").trimEnd();
  const key = `${signature.name}+${signature.keyId.toString("hex")}`;
  return format === FORMAT && text !== "" ? { reportId, text, key } : null;
};

/** Reads an answer without believing it: its signature was checked when it was kept. null when it is none. */
export const readResponse = (note: string): ReadResponse | null => responseIn(readNote(note));

/** Reads an answer that one of the keys signed, and nobody else; null when there is none. */
export const openResponse = (note: string, keys: readonly Verifier[]): ReadResponse | null => {
  const read = note.length <= LONGEST ? readNote(note) : null;
  return read !== null && keys.some((key) => isSignedBy(read, key)) ? responseIn(read) : null;
};
