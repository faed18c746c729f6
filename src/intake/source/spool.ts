import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { inputError, type Read } from "../input-error.ts";
import { openFileSource } from "./file-source.ts";
import type { Source } from "./source.ts";

/** Most that is spooled from a pipe, in bytes: 64 GiB. */
const MOST = 64 * 2 ** 30;

class TooMuch extends Error {}

/** Passes at most `most` bytes. */
const bounded = (most: number): Transform => {
  let passed = 0;
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      passed += chunk.length;
      if (passed > most) done(new TooMuch());
      else done(null, chunk);
    },
  });
};

/**
 * Keeps what comes through a pipe in a temporary file, so that it can be read twice without being held in
 * memory; the file is gone when the source is closed.
 */
export const spool = async (
  name: string,
  bytes: AsyncIterable<Uint8Array>,
  most = MOST,
): Promise<Read<{ readonly source: Source }>> => {
  const folder = await mkdtemp(join(tmpdir(), "awlawiya-"));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  const path = join(folder, "spool");
  try {
    await pipeline(bytes, bounded(most), createWriteStream(path, { mode: 0o600 }));
  } catch (error) {
    await remove();
    if (!(error instanceof TooMuch)) throw error;
    const message = `is larger than ${most} bytes`;
    return { ok: false, errors: [inputError("", "TOO_LARGE", message)] };
  }
  const opened = await openFileSource(path);
  if (!opened.ok) return opened;
  const { source } = opened;
  const close = async (): Promise<void> => {
    await source.close();
    await remove();
  };
  return { ok: true, source: { ...source, name, close } };
};
