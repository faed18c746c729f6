import type { Source } from "../intake/source/source.ts";
import { type ClaimedJob, type JobStore, UPLOAD_PART } from "../usecases/imports/ports.ts";

/** An upload as a source that readers read as often as they need, and how far they have come. */
export interface CountedSource extends Source {
  readonly bytesRead: () => number;
}

/** A source that remembers the farthest byte that was asked for. */
export const counted = (source: Source): CountedSource => {
  let farthest = 0;
  const note = (offset: number, bytes: Uint8Array): Uint8Array => {
    farthest = Math.max(farthest, offset + bytes.length);
    return bytes;
  };
  return {
    ...source,
    chunks: async function* chunks() {
      let offset = 0;
      for await (const chunk of source.chunks()) {
        yield note(offset, chunk);
        offset += chunk.length;
      }
    },
    slice: async (offset, length) => note(offset, await source.slice(offset, length)),
    bytesRead: () => farthest,
  };
};

/** The bytes of an upload, from the database. */
export const uploadSource = (jobs: JobStore, { id, name, bytes }: ClaimedJob): Source => {
  const slice = async (offset: number, length: number): Promise<Uint8Array> => {
    const within = Math.min(length, bytes - offset);
    return within <= 0 ? new Uint8Array() : jobs.upload(id, offset, within);
  };
  return {
    name,
    size: bytes,
    slice,
    chunks: async function* chunks() {
      for (let offset = 0; offset < bytes; offset += UPLOAD_PART) yield await slice(offset, UPLOAD_PART);
    },
    close: async () => undefined,
  };
};
