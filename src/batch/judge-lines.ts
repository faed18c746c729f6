import type { LocalDate } from "../domain/local-date.ts";
import type { BadLine } from "../usecases/batch.ts";
import type { CheckTender } from "../usecases/check-tender.ts";
import type { LineReader } from "./line-readers.ts";
import type { LinesWriter } from "./lines-writer.ts";

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

/** What a thread judges with: its memory is kept from block to block. */
export interface Bench {
  readonly readLine: LineReader;
  readonly check: CheckTender;
  readonly output: LinesWriter;
}

/** Judges each line of a block; blank lines count but give nothing. */
export const judgeLines = (
  bytes: Uint8Array,
  { readLine, check, output }: Bench,
  on: LocalDate | null,
): JudgedLines => {
  const bad: BadLine[] = [];
  let lines = 0;
  let assessed = 0;
  let missed = 0;
  for (const line of linesOf(bytes)) {
    lines += 1;
    if (isBlank(line)) continue;
    for (const { read, unmapped } of readLine(line)) {
      missed += unmapped.length;
      if (!read.ok) {
        bad.push({ line: lines, problems: read.errors });
        continue;
      }
      output.add(JSON.stringify(check(read, on)));
      assessed += 1;
    }
  }
  return { output: output.take(), lines, assessed, unmapped: missed, bad };
};
