import { type BatchPorts, type BatchProgress, NOTHING_DONE, type RunBatch } from "../usecases/batch.ts";
import { type BatchThread, startBatchThread } from "./batch-thread.ts";
import { type Block, cutBlocks } from "./cut-blocks.ts";
import type { JudgedLines } from "./judge-lines.ts";
import { LARGEST_LINE } from "./line-readers.ts";

const tooLarge = (largest: number): JudgedLines => ({
  output: new Uint8Array(),
  lines: 1,
  assessed: 0,
  unmapped: 0,
  bad: [
    { line: 1, problems: [{ pointer: "", code: "TOO_LARGE", message: `is larger than ${largest} bytes` }] },
  ],
});

/** Hands blocks to threads that are free, and answers in the order in which they were handed in. */
const workshop = (threads: readonly BatchThread[], largest: number) => {
  const free = [...threads];
  const waiting: ((thread: BatchThread) => void)[] = [];
  const acquire = (): Promise<BatchThread> => {
    const thread = free.pop();
    return thread === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(thread);
  };
  const release = (thread: BatchThread): void => {
    const next = waiting.shift();
    if (next === undefined) free.push(thread);
    else next(thread);
  };
  return async ({ bytes, skipped }: Block): Promise<JudgedLines> => {
    if (skipped > 0) return tooLarge(largest);
    const thread = await acquire();
    const judged = await thread.judge(bytes);
    release(thread);
    return judged;
  };
};

interface Pending {
  readonly bytes: number;
  readonly judged: Promise<JudgedLines>;
}

const write = async (
  { bytes, judged }: Pending,
  before: BatchProgress,
  { write: put, onBad, onProgress }: BatchPorts,
): Promise<BatchProgress> => {
  const { output, lines, assessed, unmapped, bad } = await judged;
  for (const { line, problems } of bad) onBad({ line: before.lines + line, problems });
  if (output.length > 0) await put(output);
  const after: BatchProgress = {
    inputBytes: before.inputBytes + bytes,
    outputBytes: before.outputBytes + output.length,
    lines: before.lines + lines,
    assessed: before.assessed + assessed,
    unmapped: before.unmapped + unmapped,
    bad: before.bad + bad.length,
  };
  await onProgress(after);
  return after;
};

/**
 * Batches on all the threads asked for, in bounded memory: two blocks a thread are under way, and the output waits
 * for its reader. @throws DomainError BATCH_FAILED
 */
export const batchRunner =
  (rulebookDirectory: string): RunBatch =>
  async (request, ports, from = NOTHING_DONE) => {
    const largest = LARGEST_LINE[request.as];
    const threads = Array.from({ length: request.threads }, () =>
      startBatchThread({ rulebookDirectory, request }),
    );
    const judge = workshop(threads, largest);
    const pending: Pending[] = [];
    let progress = from;
    const writeFirst = async (): Promise<void> => {
      const first = pending.shift();
      if (first !== undefined) progress = await write(first, progress, ports);
    };
    try {
      for await (const block of cutBlocks(ports.chunks, largest)) {
        const judged = judge(block);
        // Awaited in its turn; until then its failure is no unhandled one.
        judged.catch(() => undefined);
        pending.push({ bytes: block.bytes.length + block.skipped, judged });
        if (pending.length >= 2 * threads.length) await writeFirst();
      }
      while (pending.length > 0) await writeFirst();
      return progress;
    } finally {
      await Promise.all(threads.map((thread) => thread.stop()));
    }
  };
