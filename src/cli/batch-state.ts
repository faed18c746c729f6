import { createHash } from "node:crypto";
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import type { BatchProgress, BatchRequest } from "../usecases/batch.ts";

/** What a batch that was interrupted needs in order to go on. */
interface Saved {
  readonly question: string;
  readonly progress: BatchProgress;
}

/** Names what is asked: another input, day, law or format is another question, which cannot be continued. */
export const questionOf = (
  { as, on, confirmations }: BatchRequest,
  rulebook: string,
  input: { readonly size: number; readonly head: Uint8Array },
): string =>
  createHash("sha256")
    .update(JSON.stringify([as, on, confirmations, rulebook, input.size]))
    .update(input.head)
    .digest("hex");

const pathOf = (output: string): string => `${output}.state`;

/** Written beside, on disk, then renamed: there is always one whole state. */
export const saveState = (output: string, question: string, progress: BatchProgress): void => {
  const path = pathOf(output);
  const handle = openSync(`${path}.part`, "w");
  writeSync(handle, JSON.stringify({ question, progress } satisfies Saved));
  fsyncSync(handle);
  closeSync(handle);
  renameSync(`${path}.part`, path);
};

/** How far the same question came; null when there is no state, `"other"` when it is another question's. */
export const savedState = (output: string, question: string): BatchProgress | "other" | null => {
  let saved: Saved;
  try {
    saved = JSON.parse(readFileSync(pathOf(output), "utf8")) as Saved;
  } catch {
    return null;
  }
  return saved.question === question ? saved.progress : "other";
};

export const removeState = (output: string): void => rmSync(pathOf(output), { force: true });
