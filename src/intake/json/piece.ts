import { type InputError, inputError } from "../input-error.ts";

/** A part of a JSON file that is parsed on its own. */
export interface Piece {
  /** `line 3`, `/releases/12`, `/4`; empty for a document as a whole. */
  readonly at: string;
  /** Which document of the file, from 1; which line, when the file is JSON Lines. */
  readonly document: number;
  /** Where the piece begins in the file and how far it reaches, in bytes. */
  readonly offset: number;
  readonly length: number;
  /** The list it was taken from: a name, or `""` for a list on top; null for a value on its own. */
  readonly list: string | null;
  /** Its place in that list, from 0. */
  readonly index: number;
  /** An object whose lists were cut out holds empty ones. Empty when there is a problem. */
  readonly bytes: Uint8Array;
  /** Larger than a piece may be, or not closed when the file ended. */
  readonly problem: "tooLarge" | "unclosed" | null;
}

type Place = Pick<Piece, "document" | "list" | "index">;

/** How a place in a document is told: `/releases/12`; in a sequence of documents with its number. */
export const placeOf = ({ document, list, index }: Place): string => {
  const path = list === null ? "" : `${list === "" ? "" : `/${list}`}/${index}`;
  return document > 1 ? `document ${document} ${path}`.trimEnd() : path;
};

/** What a piece with a problem is answered. */
export const refuse = (
  problem: "tooLarge" | "unclosed",
  largest: number,
): { readonly ok: false; readonly errors: readonly InputError[] } => ({
  ok: false,
  errors: [
    problem === "tooLarge"
      ? inputError("", "TOO_LARGE", `is larger than ${largest} bytes`)
      : inputError("", "NOT_JSON", "is not JSON: the file ends before this is closed; was it cut short?"),
  ],
});
