import type { Source } from "../source/source.ts";
import type { Piece } from "./piece.ts";

const NEWLINE = 10;
const NOTHING = new Uint8Array();

const isBlank = (bytes: Uint8Array): boolean => bytes.every((byte) => byte <= 32);

/** Cuts a source at its line ends; blank lines count but give nothing. A line that is too large is passed over. */
export async function* cutLines(source: Source, largest: number): AsyncGenerator<Piece> {
  let rest: Uint8Array = NOTHING;
  let offset = 0;
  let line = 1;
  let isTooLarge = false;
  const piece = (bytes: Uint8Array): Piece => {
    const { length } = bytes;
    const where = { at: `line ${line}`, document: line, offset, length, list: null, index: 0 };
    if (isTooLarge || bytes.length > largest) return { ...where, bytes: NOTHING, problem: "tooLarge" };
    return { ...where, bytes, problem: null };
  };
  for await (const chunk of source.chunks()) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let from = 0;
    for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE, from)) {
      const found = bytes.subarray(from, end);
      if (isTooLarge || !isBlank(found)) yield piece(found);
      isTooLarge = false;
      offset += end + 1 - from;
      from = end + 1;
      line += 1;
    }
    rest = bytes.subarray(from);
    if (rest.length > largest) {
      isTooLarge = true;
      offset += rest.length;
      rest = NOTHING;
    }
  }
  if (isTooLarge || !isBlank(rest)) yield piece(rest);
}
