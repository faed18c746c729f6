import { zipSync } from "fflate";

/** One file of an archive. */
export interface ArchivedFile {
  /** Letters, digits, points, hyphens and slashes. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Files that are compressed already gain nothing by it. */
const COMPRESSED = /\.(?:pdf|xlsx)$/;

/** A ZIP archive. Times of files are local in the format: the first day that it knows, so that the same files give the same bytes. */
export const archive = (files: readonly ArchivedFile[]): Uint8Array =>
  zipSync(
    Object.fromEntries(
      files.map(({ name, bytes }) => [name, [bytes, { level: COMPRESSED.test(name) ? 0 : 6 }]] as const),
    ),
    { mtime: new Date(1980, 0, 1) },
  );
