import type { InputError, Read } from "./input-error.ts";
import type { ReadTender } from "./read-tender.ts";
import type { Source } from "./source/source.ts";
import type { Mapping, Profile } from "./table/mapping.ts";

/** One tender of a file, or why it is none. */
export interface Imported {
  /** Where it stands in the file: `line 3`, `/releases/12`, `row 7`; empty for the file as a whole. */
  readonly at: string;
  readonly read: Read<ReadTender>;
  /** What the file says that the format has no place for: pointer, code and reason. Nothing is dropped unsaid. */
  readonly unmapped: readonly InputError[];
}

/** What a reader of tables may be told. */
export interface ReaderOptions {
  /** How the columns of such a sheet were read before. */
  readonly profile?: Profile;
  /** Hears once how the columns of this one are understood. */
  readonly onMapping?: (mapping: Mapping) => void;
}

/** Reads a file as it comes, in bounded memory: what cannot be read is answered in its place, not thrown. */
export type Reader = (source: Source, options?: ReaderOptions) => AsyncIterable<Imported>;

/** The formats that can be read; a reader's code is loaded at its first use. */
export const readers = {
  tender: async (): Promise<Reader> => (await import("./tender-file.ts")).readTenderFile,
  ocds: async (): Promise<Reader> => (await import("./ocds/read-ocds.ts")).readOcdsFile,
  eforms: async (): Promise<Reader> => (await import("./eforms/read-eforms.ts")).readEformsFile,
  csv: async (): Promise<Reader> => (await import("./table/table-file.ts")).readTableFile,
  portal: async (): Promise<Reader> => (await import("./portal/read-portal.ts")).readPortalPage,
  xlsx: async (): Promise<Reader> => (await import("./table/table-file.ts")).readTableFile,
};

export type Format = keyof typeof readers;

export const FORMATS = Object.keys(readers) as readonly Format[];
