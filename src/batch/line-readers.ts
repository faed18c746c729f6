import { LARGEST } from "../intake/gate.ts";
import type { Imported } from "../intake/readers.ts";
import type { LineFormat } from "../usecases/batch.ts";

/** What reads one line: a tender, or what is wrong; a line that is a package of several processes, each of them. */
export type LineReader = (line: Uint8Array) => readonly Pick<Imported, "read" | "unmapped">[];

const tenderReader = async (): Promise<LineReader> => {
  const { readTender } = await import("../intake/read-tender.ts");
  return (line) => [{ read: readTender(line), unmapped: [] }];
};

const ocdsReader = async (): Promise<LineReader> => {
  const { readOcdsUnit } = await import("../intake/ocds/read-ocds.ts");
  return (bytes) =>
    readOcdsUnit({
      parts: [{ at: "", list: null, bytes, problem: null }],
      context: null,
      errors: [],
      at: "",
    });
};

/** The readers by format; loaded when asked for. */
export const lineReaders: Readonly<Record<LineFormat, () => Promise<LineReader>>> = {
  tender: tenderReader,
  ocds: ocdsReader,
};

/** Largest line of a format, in bytes: a tender, or a process with all its releases, within the heap of a thread. */
export const LARGEST_LINE: Readonly<Record<LineFormat, number>> = { tender: LARGEST, ocds: 4_194_304 };
