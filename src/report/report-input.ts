import type { Assessment } from "../domain/assessment.ts";
import type { Language } from "../domain/tender.ts";
import type { ReportWords } from "./report-words.ts";

/** A tender as it was sent (docs: the tender format); amounts in dirhams. */
export type TenderDocument = Readonly<Record<string, unknown>>;

/** All that a report is made from; plain data, so that it can be handed to a worker thread. */
export interface ReportInput {
  readonly assessment: Assessment;
  readonly document: TenderDocument;
  readonly language: Language;
  readonly words: ReportWords;
  /** Where this report can be checked; printed with a QR code. Absent: no service stands behind the report. */
  readonly verificationUrl?: string;
}

/** `report`: everything; `summary`: one page. */
export type ReportTemplate = "report" | "summary";

export interface ReportOptions {
  readonly template?: ReportTemplate;
}
