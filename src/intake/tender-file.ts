import { gate, LARGEST } from "./gate.ts";
import { inputError, type Read } from "./input-error.ts";
import { cutJson } from "./json/cut-json.ts";
import { type Piece, refuse } from "./json/piece.ts";
import { acceptTender, type ReadTender } from "./read-tender.ts";
import type { Imported, Reader } from "./readers.ts";

const readPiece = ({ bytes, problem }: Piece): Read<ReadTender> => {
  if (problem !== null) return refuse(problem, LARGEST);
  const read = gate(bytes);
  return read.ok ? acceptTender(read.value) : read;
};

/** Tenders in the native format: one document, a list of them, or JSON Lines. */
export const readTenderFile: Reader = async function* readTenderFile(source) {
  let isEmpty = true;
  for await (const piece of cutJson(source, [], LARGEST)) {
    isEmpty = false;
    yield { at: piece.at, read: readPiece(piece), unmapped: [] };
  }
  if (isEmpty) yield emptyFile();
};

const emptyFile = (): Imported => ({
  at: "",
  read: { ok: false, errors: [inputError("", "EMPTY", "is empty; expected at least one tender")] },
  unmapped: [],
});
