import { type FileHandle, open } from "node:fs/promises";
import { inputError, type Read } from "../input-error.ts";
import type { Source } from "./source.ts";

/** Bytes read at once. */
const CHUNK = 1_048_576;

/** Fills `buffer` from the file as far as the file goes; answers with how many bytes. */
const fill = async (handle: FileHandle, buffer: Uint8Array, offset: number): Promise<number> => {
  let length = 0;
  while (length < buffer.length) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length, offset + length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return length;
};

const slice = async (handle: FileHandle, offset: number, length: number): Promise<Uint8Array> => {
  const buffer = Buffer.allocUnsafe(length);
  return buffer.subarray(0, await fill(handle, buffer, offset));
};

async function* chunksOf(handle: FileHandle): AsyncGenerator<Uint8Array> {
  for (let offset = 0; ; ) {
    const chunk = await slice(handle, offset, CHUNK);
    if (chunk.length === 0) return;
    yield chunk;
    offset += chunk.length;
  }
}

const refuse = (code: string, message: string) =>
  ({ ok: false, errors: [inputError("", code, message)] }) as const;

/** An open file as a source, or why it cannot be had. Close it when done. */
export const openFileSource = async (path: string): Promise<Read<{ readonly source: Source }>> => {
  let handle: FileHandle;
  try {
    handle = await open(path, "r");
  } catch (error) {
    const isAbsent = error instanceof Error && "code" in error && error.code === "ENOENT";
    return isAbsent
      ? refuse("NO_FILE", "there is no such file")
      : refuse("UNREADABLE", "the file cannot be opened");
  }
  const found = await handle.stat();
  if (!found.isFile()) {
    await handle.close();
    return refuse("NOT_A_FILE", "is not a regular file; expected a file, or - for what is piped in");
  }
  const source: Source = {
    name: path,
    size: found.size,
    chunks: () => chunksOf(handle),
    slice: (offset, length) => slice(handle, offset, length),
    close: () => handle.close(),
  };
  return { ok: true, source };
};
