import { Readable } from "node:stream";
import yauzl, { type Entry, type ZipFile } from "yauzl";
import type { Source } from "../source/source.ts";
import { TableError } from "../table/row.ts";

/** Most files of a workbook, most bytes that they may unfold to, and most that one byte may become. */
const MOST_ENTRIES = 2000;
const MOST_INFLATED = 2 ** 30;
const MOST_RATIO = 100;
/** Below this even a high ratio harms nobody. */
const HARMLESS = 1_048_576;

class SourceReader extends yauzl.RandomAccessReader {
  readonly #source: Source;

  constructor(source: Source) {
    super();
    this.#source = source;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    const source = this.#source;
    const step = 65_536;
    return Readable.from(
      (async function* parts() {
        for (let at = start; at < end; at += step) yield await source.slice(at, Math.min(step, end - at));
      })(),
      { objectMode: false },
    );
  }
}

const open = (source: Source): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    yauzl.fromRandomAccessReader(
      new SourceReader(source),
      source.size,
      { lazyEntries: true, autoClose: false },
      (error, zip) => {
        if (error === null || error === undefined) resolve(zip);
        else reject(new TableError("NOT_A_WORKBOOK"));
      },
    );
  });

const list = (zip: ZipFile): Promise<ReadonlyMap<string, Entry>> =>
  new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    zip.on("entry", (entry: Entry) => {
      if (entries.size >= MOST_ENTRIES) reject(new TableError("TOO_MANY_PARTS", String(MOST_ENTRIES)));
      else {
        entries.set(entry.fileName, entry);
        zip.readEntry();
      }
    });
    zip.once("end", () => resolve(entries));
    zip.once("error", () => reject(new TableError("NOT_A_WORKBOOK")));
    zip.readEntry();
  });

/** Counts what comes out against what went in: a bomb is stopped after its first megabyte. */
async function* bounded(stream: Readable, { compressedSize }: Entry): AsyncGenerator<Uint8Array> {
  let inflated = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      inflated += chunk.length;
      if (inflated > MOST_INFLATED || (inflated > HARMLESS && inflated > compressedSize * MOST_RATIO))
        throw new TableError("ZIP_BOMB");
      yield chunk;
    }
  } catch (error) {
    throw error instanceof TableError ? error : new TableError("NOT_A_WORKBOOK");
  } finally {
    stream.destroy();
  }
}

/** A zip whose parts are read one by one, in bounded memory. */
export interface Zip {
  readonly has: (name: string) => boolean;
  readonly read: (name: string) => AsyncIterable<Uint8Array>;
  readonly close: () => void;
}

const stream = (zip: ZipFile, entry: Entry): Promise<Readable> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) => {
      if (error === null || error === undefined) resolve(opened);
      else reject(new TableError("NOT_A_WORKBOOK"));
    });
  });

/** @throws TableError NOT_A_WORKBOOK, TOO_MANY_PARTS, and while reading ZIP_BOMB */
export const openZip = async (source: Source): Promise<Zip> => {
  const zip = await open(source);
  const entries = await list(zip);
  return {
    has: (name) => entries.has(name),
    read: async function* read(name) {
      const entry = entries.get(name);
      if (entry === undefined) throw new TableError("NOT_A_WORKBOOK");
      yield* bounded(await stream(zip, entry), entry);
    },
    close: () => zip.close(),
  };
};
