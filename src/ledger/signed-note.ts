import { fromBase64, toBase64 } from "./base64.ts";
import type { Signer, Verifier } from "./keys.ts";
import { isKeyName } from "./keys.ts";

/** One signature line of a note. */
export interface NoteSignature {
  readonly name: string;
  readonly keyId: Buffer;
  readonly signature: Buffer;
}

/** A text and who signed it (c2sp.org/signed-note). The text ends with a newline. */
export interface SignedNote {
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

const DASH = "\u2014 ";
const MOST_SIGNATURES = 100;

const isControl = (text: string): boolean => /[^\P{Cc}\n]/u.test(text);

const readSignature = (line: string): NoteSignature | null => {
  const [name, encoded, ...more] = line.slice(DASH.length).split(" ");
  const bytes = fromBase64(encoded ?? "");
  const isLine = line.startsWith(DASH) && name !== undefined && isKeyName(name) && more.length === 0;
  if (!isLine || bytes === null || bytes.length < 5) return null;
  return { name, keyId: bytes.subarray(0, 4), signature: bytes.subarray(4) };
};

/** Reads a note without believing it: ask `isSignedBy`. null when the text is not a note. */
export const readNote = (note: string): SignedNote | null => {
  const end = note.lastIndexOf("\n\n");
  if (end < 0 || !note.endsWith("\n") || !note.isWellFormed() || isControl(note)) return null;
  const lines = note.slice(end + 2, -1).split("\n");
  const signatures = lines.map(readSignature).filter((line) => line !== null);
  if (lines.length > MOST_SIGNATURES || signatures.length !== lines.length) return null;
  return { text: note.slice(0, end + 1), signatures };
};

/** The bytes of one signature line; the newline included. */
export const signatureLine = ({ name, keyId, signature }: NoteSignature): string =>
  `${DASH}${name} ${toBase64(Buffer.concat([keyId, signature]))}\n`;

/** A note as it is kept and sent. */
export const writeNote = ({ text, signatures }: SignedNote): string =>
  `${text}\n${signatures.map(signatureLine).join("")}`;

/** The signature lines of a key's name and id. */
export const signaturesBy = ({ signatures }: SignedNote, { name, id }: Pick<Verifier, "name" | "id">) =>
  signatures.filter((line) => line.name === name && line.keyId.equals(id));

/** Did the key sign the text? A line by its name and id that does not verify makes the whole note false. */
export const isSignedBy = (note: SignedNote, verifier: Verifier): boolean => {
  const lines = signaturesBy(note, verifier);
  return (
    lines.length > 0 && lines.every(({ signature }) => verifier.verify(Buffer.from(note.text), signature))
  );
};

/** Signs a text that ends with a newline. */
export const signNote = (text: string, ...signers: readonly Signer[]): string => {
  if (!text.endsWith("\n") || isControl(text)) throw new Error("a note's text ends with a newline");
  const message = Buffer.from(text);
  return writeNote({
    text,
    signatures: signers.map((signer) => ({
      name: signer.name,
      keyId: signer.id,
      signature: signer.sign(message),
    })),
  });
};
