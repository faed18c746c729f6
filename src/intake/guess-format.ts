import type { Format } from "./readers.ts";
import type { Source } from "./source/source.ts";
import { isZip } from "./xlsx/is-zip.ts";

const HEAD = 65_536;

/** The format of a file by its ending or else by how it begins; null when neither tells. */
export const guessFormat = async (source: Source): Promise<Format | null> => {
  if (await isZip(source)) return "xlsx";
  if (/\.(csv|tsv)$/i.test(source.name)) return "csv";
  if (/\.html?$/i.test(source.name)) return "portal";
  const head = Buffer.from(await source.slice(0, HEAD)).toString("utf8");
  return /^\uFEFF?\s*[[{]/.test(head) ? "tender" : null;
};
