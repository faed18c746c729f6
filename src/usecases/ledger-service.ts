import type { Verification } from "../domain/verification.ts";
import type { IssuedReport } from "./issue-report.ts";
import type { AssessmentReport, ReportVariant } from "./ports.ts";

/** What is done with the log of official acts; wired in the composition root. */
export interface LedgerService {
  /** The report of a stored assessment, with its proof. */
  readonly issueReport: (request: AssessmentReport) => Promise<Uint8Array>;
  /** null when no report of this id was issued here. */
  readonly findReport: (id: string) => Promise<IssuedReport | null>;
  readonly reportFile: (id: string, variant: ReportVariant) => Promise<Uint8Array | null>;
  readonly verify: (file: Uint8Array) => Promise<Verification>;
  /** Keys of the log, first to last. */
  readonly keys: () => Promise<readonly string[]>;
}
