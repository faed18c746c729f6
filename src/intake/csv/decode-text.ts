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

/** By so many bytes an encoding is told; accents stand in the headings. */
const HEAD = 1_048_576;

const isUtf8 = (head: Uint8Array): boolean => {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
};

/** No text of a spreadsheet holds them, other files do. */
const CONTROL = /[^\P{Cc}\t\r\n]/u;
const ARABIC_WORD = /(?<!\p{L})\p{Script=Arabic}{3,}(?!\p{L})/gu;
/** A French capital with its accent, read as if it were Arabic, stands within a French word. */
const MIXED_WORD = /\p{Script=Arabic}\p{Script=Latin}|\p{Script=Latin}\p{Script=Arabic}/gu;

const times = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Excel of Windows saves in one of two, which write the small accents of French alike; only one has Arabic words. */
const windowsOf = (head: Uint8Array): string => {
  const text = new TextDecoder("windows-1256").decode(head);
  if (CONTROL.test(text)) return "utf-8";
  return times(text, ARABIC_WORD) > times(text, MIXED_WORD) ? "windows-1256" : "windows-1252";
};

const toldBy = (head: Uint8Array): string => {
  const marked = markOf(head);
  return marked !== "utf-8" || isUtf8(head) ? marked : windowsOf(head);
};

/** The encoding asked for, else the one that its first bytes tell: by a byte-order mark, or as Excel saves. */
export const encodingOf = async (source: Source, asked?: string): Promise<string> => {
  const encoding = asked?.toLowerCase() ?? toldBy(await source.slice(0, HEAD));
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
