import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { LARGEST } from "../intake/gate.ts";
import { inputError, type Read } from "../intake/input-error.ts";

const refuse = (code: string, message: string) =>
  ({ ok: false, errors: [inputError("", code, message)] }) as const;

/** At most one byte more than the gate lets in, so that a huge file is refused without being read. */
const readBounded = (handle: number, largest: number): Uint8Array => {
  const buffer = Buffer.alloc(largest + 1);
  let length = 0;
  for (;;) {
    const count = readSync(handle, buffer, length, buffer.length - length, null);
    length += count;
    if (count === 0 || length === buffer.length) return buffer.subarray(0, length);
  }
};

/** The bytes of a file, one more than `largest` at most, or why they cannot be had. */
export const readFile = (path: string, largest = LARGEST): Read<{ readonly bytes: Uint8Array }> => {
  let handle: number;
  try {
    handle = openSync(path, "r");
  } catch (error) {
    const isAbsent = error instanceof Error && "code" in error && error.code === "ENOENT";
    return isAbsent
      ? refuse("NO_FILE", "there is no such file")
      : refuse("UNREADABLE", "the file cannot be opened");
  }
  try {
    if (fstatSync(handle).isDirectory()) return refuse("DIRECTORY", "is a directory; expected a file");
    return { ok: true, bytes: readBounded(handle, largest) };
  } finally {
    closeSync(handle);
  }
};
