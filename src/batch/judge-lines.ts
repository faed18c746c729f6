import type { LocalDate } from "../domain/local-date.ts";
import type { BadLine } from "../usecases/batch.ts";
import type { CheckTender } from "../usecases/check-tender.ts";
import type { LineReader } from "./line-readers.ts";

/** What a block of lines came to; line numbers count from 1 inside the block. */
export interface JudgedLines {
  /** Assessments, one a line, in order. */
  readonly output: Uint8Array;
  readonly lines: number;
  readonly assessed: number;
  /** Values for which the format has no place. */
  readonly unmapped: number;
  readonly bad: readonly BadLine[];
}

const NEWLINE = 10;
const SPACE = 32;

const isBlank = (bytes: Uint8Array): boolean => bytes.every((byte) => byte <= SPACE);

function* linesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(NEWLINE, from);
    yield bytes.subarray(from, end === -1 ? bytes.length : end);
    from = end === -1 ? bytes.length : end + 1;
  }
}

/** Judges each line of a block; blank lines count but give nothing. */
export const judgeLines = (
  bytes: Uint8Array,
  readLine: LineReader,
  check: CheckTender,
  on: LocalDate | null,
): JudgedLines => {
  const output: string[] = [];
  const bad: BadLine[] = [];
  let lines = 0;
  let missed = 0;
  for (const line of linesOf(bytes)) {
    lines += 1;
    if (isBlank(line)) continue;
    for (const { read, unmapped } of readLine(line)) {
      missed += unmapped.length;
      if (read.ok) output.push(JSON.stringify(check(read, on)), "\n");
      else bad.push({ line: lines, problems: read.errors });
    }
  }
  return { output: Buffer.from(output.join("")), lines, assessed: output.length / 2, unmapped: missed, bad };
};
