import type { Read } from "../intake/input-error.ts";
import { openFileSource } from "../intake/source/file-source.ts";
import type { Source } from "../intake/source/source.ts";
import { spool } from "../intake/source/spool.ts";

/** A file by its path, or what is piped in when the path is `-`. Close it when done. */
export const openSource = (path: string): Promise<Read<{ readonly source: Source }>> =>
  path === "-" ? spool("-", process.stdin) : openFileSource(path);
