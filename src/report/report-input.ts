import type { Language } from "../domain/tender.ts";
import type { Assessed, ReportVariant } from "../usecases/ports.ts";
import type { KeptResponse } from "../usecases/responses.ts";
import type { ReportWords } from "./report-words.ts";

/** The rulebook by whose words a report is printed, down to the hash of each of its files. */
export interface RulebookIdentity {
  readonly id: string;
  readonly version: string;
  readonly sha256: string;
  /** SHA-256 of each file, by its path inside the rulebook. */
  readonly files: Readonly<Record<string, string>>;
}

/** What every report is made from; plain data, so that it can be handed to a worker thread. */
interface Printed {
  readonly language: Language;
  readonly rulebook: RulebookIdentity;
  /** Where this report can be checked; printed with a QR code. Absent: no service stands behind the report. */
  readonly verificationUrl?: string;
}

/** An assessment, its document (amounts in dirhams) and its words in one language. */
export interface Side extends Assessed {
  readonly words: ReportWords;
}

/** The report of one assessment. */
export interface ReportInput extends Printed, Side {
  readonly answers: readonly KeptResponse[];
  readonly variant: ReportVariant;
}

/** The report of what changed from one assessment to another. */
export interface ComparisonInput extends Printed {
  readonly variant: "comparison";
  readonly before: Side;
  readonly after: Side;
}

export type PrintInput = ReportInput | ComparisonInput;
