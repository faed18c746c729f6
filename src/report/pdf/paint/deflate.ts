import { zlibSync } from "fflate";

/** Of 1 to 9: one hundredth larger than 6, in four fifths of its time. */
const LEVEL = 2;

/**
 * Compresses a stream for FlateDecode. Not by Node's zlib, whose bytes differ from one processor and build to the
 * next: a report made again on another machine has the same hash.
 */
export const deflate = (bytes: Uint8Array): Uint8Array => zlibSync(bytes, { level: LEVEL });

/** The same of text whose characters are bytes. */
export const deflateText = (text: string): Uint8Array => deflate(Buffer.from(text, "latin1"));
