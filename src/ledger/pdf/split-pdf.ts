import { inflateSync } from "node:zlib";
import { MARK } from "./proof-update.ts";

/** A file that holds a proof: the report as it was issued, and the proofs that were appended. */
export interface SplitPdf {
  readonly issued: Buffer;
  readonly proofs: readonly { readonly name: string; readonly text: string }[];
}

/** A dictionary is short: a hostile file cannot make the search long. */
const FILE = /\d{1,8} 0 obj\n<<\n\/Type \/EmbeddedFile\n[^>]{0,99}>>\n\/Length (\d{1,7})\n>>\nstream\n/g;

/** Beyond any proofs and answers that a report carries. */
const LARGEST_UPDATE = 4 * 1024 * 1024;

/** The texts in an update, in order, with their names. */
const textsIn = (update: Buffer): readonly string[] => {
  const latin = update.toString("latin1");
  return [...latin.matchAll(FILE)].map(({ index, 0: head, 1: length }) => {
    const start = index + head.length;
    return update.subarray(start, start + Number(length)).toString("utf8");
  });
};

/** Splits a file at its update; null when it holds none. Nothing is believed yet: rebuild the update to compare. */
export const splitPdf = (file: Buffer): SplitPdf | null => {
  const at = file.lastIndexOf(`\n${MARK}`);
  if (at < 0 || file.length - at > LARGEST_UPDATE) return null;
  const update = file.subarray(at + 1);
  const names = [...update.toString("latin1").matchAll(/\n\/UF \(([\w.-]{1,80})\)\n/g)].map(
    ([, name]) => name ?? "",
  );
  const texts = textsIn(update);
  if (names.length !== texts.length) return null;
  return {
    issued: file.subarray(0, at + 1),
    proofs: texts.map((text, index) => ({ name: names[index] ?? "", text })),
  };
};

/** Beyond any report's own data, so that a hostile file cannot fill the memory. */
const LARGEST = 16 * 1024 * 1024;

const inflated = (bytes: Buffer): string | null => {
  try {
    return inflateSync(bytes, { maxOutputLength: LARGEST }).toString("utf8");
  } catch {
    return null;
  }
};

/** What a report says for machines: its first attached file, deflated JSON. null when there is none. */
export const attachedPayload = (file: Buffer): string | null => {
  const start = file.indexOf("\n/Type /EmbeddedFile\n");
  const stream = start < 0 ? -1 : file.indexOf("\nstream\n", start);
  if (stream < 0 || stream - start > 2000) return null;
  const [, length] = /\n\/Length (\d{1,8})\n/.exec(file.subarray(start, stream + 1).toString("latin1")) ?? [];
  const body = stream + "\nstream\n".length;
  return length === undefined ? null : inflated(file.subarray(body, body + Number(length)));
};
