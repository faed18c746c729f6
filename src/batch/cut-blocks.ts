/** Whole lines to be judged together. */
export interface Block {
  readonly bytes: Uint8Array;
  /** A single line that is larger than a tender may be: its bytes were passed over, this is how many they were. */
  readonly skipped: number;
}

const NEWLINE = 10;
/** Bytes of a block: large enough that handing it over costs nothing, small enough that order costs no memory. */
const TARGET = 524_288;

/** Cuts a stream at line ends into blocks of about half a megabyte; a line without end is not held. */
export async function* cutBlocks(
  chunks: AsyncIterable<Uint8Array>,
  largest: number,
  target = TARGET,
): AsyncGenerator<Block> {
  let held: Uint8Array[] = [];
  let length = 0;
  let skipped = 0;
  const take = (more: Uint8Array): Uint8Array => {
    const bytes = held.length === 0 ? more : Buffer.concat([...held, more]);
    held = [];
    length = 0;
    return bytes;
  };
  for await (const read of chunks) {
    let chunk = read;
    if (skipped > 0) {
      const end = chunk.indexOf(NEWLINE);
      skipped += end === -1 ? chunk.length : end + 1;
      if (end === -1) continue;
      yield { bytes: new Uint8Array(), skipped };
      skipped = 0;
      chunk = chunk.subarray(end + 1);
    }
    if (length + chunk.length < target) {
      held.push(chunk);
      length += chunk.length;
      continue;
    }
    const bytes = take(chunk);
    const end = bytes.lastIndexOf(NEWLINE) + 1;
    if (end > 0) yield { bytes: bytes.subarray(0, end), skipped: 0 };
    const rest = bytes.subarray(end);
    if (rest.length > largest) skipped = rest.length;
    else if (rest.length > 0) {
      held = [rest];
      length = rest.length;
    }
  }
  if (skipped > 0) yield { bytes: new Uint8Array(), skipped };
  if (length > 0) yield { bytes: take(new Uint8Array()), skipped: 0 };
}
