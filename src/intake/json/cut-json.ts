import type { Source } from "../source/source.ts";
import { cutLines } from "./cut-lines.ts";
import { JsonCutter } from "./json-cutter.ts";
import type { Piece } from "./piece.ts";

/** How far the first line may reach for the source to be seen as JSON Lines by its content, in bytes. */
const HEAD = 1_048_576;

const headOf = async (source: Source): Promise<string> => {
  const bytes = await source.slice(0, HEAD);
  return Buffer.from(bytes)
    .toString("utf8")
    .replace(/^\uFEFF/, "");
};

/** Named so, or an object on the first line and something after it. */
export const isJsonLines = async (source: Source): Promise<boolean> => {
  if (/\.(jsonl|ndjson)$/i.test(source.name)) return true;
  const head = (await headOf(source)).trimStart();
  const end = head.indexOf("\n");
  const first = head.slice(0, Math.max(0, end)).trimEnd();
  return first.startsWith("{") && first.endsWith("}") && head.slice(end).trim() !== "";
};

async function* cutDocuments(
  source: Source,
  lists: readonly string[],
  largest: number,
): AsyncGenerator<Piece> {
  const cutter = new JsonCutter(lists, largest);
  for await (const chunk of source.chunks()) yield* cutter.push(chunk);
  yield* cutter.end();
}

/**
 * Cuts a JSON source in pieces to be parsed one by one, in bounded memory: the lines of JSON Lines, the elements
 * of a list on top, the elements of the named lists of an object on top, then that object without them.
 */
export async function* cutJson(
  source: Source,
  lists: readonly string[],
  largest: number,
): AsyncGenerator<Piece> {
  if (await isJsonLines(source)) yield* cutLines(source, largest);
  else yield* cutDocuments(source, lists, largest);
}
