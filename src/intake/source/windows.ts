import type { Source } from "./source.ts";

/** Bytes read ahead: pieces mostly come one after the other. */
const AHEAD = 1_048_576;

/** Reads parts of a source, mostly in order: most of them come out of what was read ahead. */
export const windows = (source: Source): ((offset: number, length: number) => Promise<Uint8Array>) => {
  let start = 0;
  let held: Uint8Array = new Uint8Array();
  return async (offset, length) => {
    if (offset < start || offset + length > start + held.length) {
      held = await source.slice(offset, Math.max(AHEAD, length));
      start = offset;
    }
    return held.subarray(offset - start, offset - start + length);
  };
};
