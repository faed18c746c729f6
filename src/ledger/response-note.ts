import type { Signer, Verifier } from "./keys.ts";
import { isSignedBy, readNote, signNote } from "./signed-note.ts";

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

/** Reads an answer that one of the keys signed, and nobody else; null when there is none. */
export const openResponse = (note: string, keys: readonly Verifier[]): ResponseNote | null => {
  const read = note.length <= LONGEST ? readNote(note) : null;
  if (read?.signatures.length !== 1 || !keys.some((key) => isSignedBy(read, key))) return null;
  const [format, reportId = "", ...lines] = read.text.split("\n");
  const text = lines.join("\n").trimEnd();
  return format === FORMAT && text !== "" ? { reportId, text } : null;
};
