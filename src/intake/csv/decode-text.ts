import type { Source } from "../source/source.ts";
import { TableError } from "../table/row.ts";

/** What officers' spreadsheets save in; anything else is refused. */
const ENCODINGS: ReadonlySet<string> = new Set([
  "utf-8",
  "utf-16le",
  "utf-16be",
  "windows-1252",
  "windows-1256",
]);

const markOf = (head: Uint8Array): string => {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  return head[0] === 0xfe && head[1] === 0xff ? "utf-16be" : "utf-8";
};

/** The encoding asked for, else the one that a byte-order mark tells, else UTF-8. */
export const encodingOf = async (source: Source, asked?: string): Promise<string> => {
  const encoding = asked?.toLowerCase() ?? markOf(await source.slice(0, 2));
  if (!ENCODINGS.has(encoding)) throw new TableError("ENCODING_UNKNOWN", asked ?? "");
  return encoding;
};

/**
 * The text of a source, chunk by chunk; a byte-order mark is dropped. Nothing is replaced in silence.
 * @throws TableError NOT_UTF8 when the bytes are not in the encoding
 */
export async function* decodeText(source: Source, asked?: string): AsyncGenerator<string> {
  const encoding = await encodingOf(source, asked);
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of source.chunks()) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  } catch (error) {
    throw error instanceof TypeError ? new TableError("NOT_UTF8", encoding) : error;
  }
}
