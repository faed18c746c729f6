import { inputError, type Read } from "../intake/input-error.ts";
import { openFileSource } from "../intake/source/file-source.ts";
import type { Source } from "../intake/source/source.ts";
import { spool } from "../intake/source/spool.ts";

const GZIP = "is compressed (gzip); expand it first: gunzip -c FILE | awlawiya …";

/** What makes a file none of our formats, whatever stands in it; null where nothing does. */
const obstacle = async (source: Source): Promise<string | null> => {
  if (source.size === 0) return "is empty; expected tenders";
  const [first, second] = await source.slice(0, 2);
  return first === 0x1f && second === 0x8b ? GZIP : null;
};

/** A file by its path, or what is piped in when the path is `-`. Close it when done. */
export const openSource = async (path: string): Promise<Read<{ readonly source: Source }>> => {
  const opened = await (path === "-" ? spool("-", process.stdin) : openFileSource(path));
  if (!opened.ok) return opened;
  const problem = await obstacle(opened.source);
  if (problem === null) return opened;
  await opened.source.close();
  return { ok: false, errors: [inputError("", "UNKNOWN_FORMAT", problem)] };
};
