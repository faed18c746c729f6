import type { Read } from "../intake/input-error.ts";
import { type ReadTender, readTender } from "../intake/read-tender.ts";
import type { LineFormat } from "../usecases/batch.ts";

/** What reads one line of a format. */
export type LineReader = (line: Uint8Array) => Read<ReadTender>;

/** The readers by format; loaded when asked for. */
export const lineReaders: Readonly<Partial<Record<LineFormat, () => Promise<LineReader>>>> = {
  tender: async () => readTender,
};
