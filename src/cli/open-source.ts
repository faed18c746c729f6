import { type InputError, inputError, type Read } from "../intake/input-error.ts";
import { openFileSource } from "../intake/source/file-source.ts";
import type { Source } from "../intake/source/source.ts";
import { spool } from "../intake/source/spool.ts";

const unread = (message: string): InputError => inputError("", "UNKNOWN_FORMAT", message);

/** Why a compressed file cannot be read; null for any other. */
export const compressed = async (source: Source): Promise<InputError | null> => {
  const [first, second] = await source.slice(0, 2);
  return first === 0x1f && second === 0x8b
    ? unread("is compressed (gzip); expand it first: gunzip -c FILE | awlawiya …")
    : null;
};

/** A file by its path, or what is piped in when the path is `-`. Close it when done. */
export const openSource = async (path: string): Promise<Read<{ readonly source: Source }>> => {
  const opened = await (path === "-" ? spool("-", process.stdin) : openFileSource(path));
  if (!opened.ok) return opened;
  const { source } = opened;
  const problem = source.size === 0 ? unread("is empty; expected tenders") : await compressed(source);
  if (problem === null) return opened;
  await source.close();
  return { ok: false, errors: [problem] };
};
