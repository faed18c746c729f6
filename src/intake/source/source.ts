/**
 * Bytes from outside that may be read more than once and need not fit in memory: a file, an upload that was
 * spooled to one, or bytes that are already there.
 */
export interface Source {
  /** As the user named it; readers may look at its ending. */
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** From the beginning, each time it is called. */
  readonly chunks: () => AsyncIterable<Uint8Array>;
  /** The bytes from `offset`; fewer than `length` at the end. */
  readonly slice: (offset: number, length: number) => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
}

/** As a file's stream: readers take a piece whole before they give anything of it. */
const PIECE = 65_536;

/** Bytes in memory as a source. */
export const bytesSource = (name: string, bytes: Uint8Array): Source => ({
  name,
  size: bytes.length,
  chunks: async function* chunks() {
    for (let offset = 0; offset < bytes.length; offset += PIECE) yield bytes.subarray(offset, offset + PIECE);
  },
  slice: async (offset, length) => bytes.subarray(offset, offset + length),
  close: async () => undefined,
});
