import type { Confirmation } from "../domain/confirmation.ts";
import type { LocalDate } from "../domain/local-date.ts";

/** The formats of which a line is one tender. */
export type LineFormat = "tender" | "ocds";

/** How the lines of a batch are judged. */
export interface BatchRequest {
  readonly as: LineFormat;
  /** The day whose law applies; null = each tender's own. */
  readonly on: LocalDate | null;
  readonly confirmations: readonly Confirmation[];
  readonly threads: number;
}

/** How far a batch has come: in the input, in the output, and what of it was good. */
export interface BatchProgress {
  readonly inputBytes: number;
  readonly outputBytes: number;
  readonly lines: number;
  readonly assessed: number;
  /** Values of the input for which the format has no place. */
  readonly unmapped: number;
  readonly bad: number;
}

/** A line that gave no assessment, by its number in the file. */
export interface BadLine {
  readonly line: number;
  readonly problems: readonly { readonly pointer: string; readonly code: string; readonly message: string }[];
}

/** Where a batch reads, writes and reports. */
export interface BatchPorts {
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Resolves when more can be taken. */
  readonly write: (bytes: Uint8Array) => Promise<void>;
  readonly onBad: (bad: BadLine) => void;
  /** Heard after each block whose assessments are written. */
  readonly onProgress: (progress: BatchProgress) => void | Promise<void>;
}

/** Judges JSON Lines of tenders; the assessments come out in the order of the lines. `from` continues an earlier run. */
export type RunBatch = (
  request: BatchRequest,
  ports: BatchPorts,
  from?: BatchProgress,
) => Promise<BatchProgress>;

/** A batch that has not begun. */
export const NOTHING_DONE: BatchProgress = {
  inputBytes: 0,
  outputBytes: 0,
  lines: 0,
  assessed: 0,
  unmapped: 0,
  bad: 0,
};
