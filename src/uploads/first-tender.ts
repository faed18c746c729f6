import { guessFormat } from "../intake/guess-format.ts";
import { readers } from "../intake/readers.ts";
import type { InputError } from "../intake/input-error.ts";
import { inputError, MOST_ERRORS } from "../intake/input-error.ts";
import type { ReadTender } from "../intake/read-tender.ts";
import { bytesSource } from "../intake/source/source.ts";
import type { UploadedFile } from "./upload-task.ts";

/** The first tender of a file, how many it holds, and what could not be read. */
export interface FirstTender {
  readonly read: ReadTender | null;
  readonly isMore: boolean;
  readonly errors: readonly InputError[];
}

/** Reads the first tender of a file of any format that we read. */
export const readFirstTender = async ({ name, bytes }: UploadedFile): Promise<FirstTender> => {
  const source = bytesSource(name, bytes);
  const format = await guessFormat(source);
  if (format === null)
    return {
      read: null,
      isMore: false,
      errors: [inputError("", "UNKNOWN_FORMAT", `is of no format that is read: ${name}`)],
    };
  const reader = await readers[format]();
  let read: ReadTender | null = null;
  const errors: InputError[] = [];
  for await (const imported of reader(source)) {
    if (read !== null) return { read, isMore: true, errors };
    if (imported.read.ok) read = imported.read;
    else errors.push(...imported.read.errors.slice(0, MOST_ERRORS - errors.length));
  }
  return { read, isMore: false, errors };
};
