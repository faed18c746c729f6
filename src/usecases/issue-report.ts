import type { Verdict } from "../domain/assessment.ts";
import type { LocalDate } from "../domain/local-date.ts";
import type { Language } from "../domain/tender.ts";
import type { KeptResponse } from "./responses.ts";
import type { AssessmentReport, Document, ReportRenderer, ReportVariant } from "./ports.ts";

/** What the register of issued reports says of one. */
export interface ReportRecord {
  /** Prefix of the payload's hash. */
  readonly id: string;
  /** The whole report and its summary say the same and have one id. */
  readonly variant: ReportVariant;
  readonly assessmentId: string;
  readonly language: Language;
  readonly reference: string;
  /** Code of the buyer, or its name when no code was given. */
  readonly buyer: string;
  readonly on: LocalDate | null;
  readonly verdict: Verdict;
  readonly payloadSha256: string;
}

/** A report as the register keeps it. */
export interface IssuedReport extends ReportRecord {
  readonly pdfSha256: string;
  /** ISO 8601 instant, UTC. */
  readonly issuedAt: string;
  /** How many signed answers its buyer gave, to this or another report of the assessment. */
  readonly answers: number;
}

/** Append-only; each report is in the log with the transaction that keeps it. */
export interface ReportStore {
  /** The report of an id: the whole one, when it was issued, else the summary. */
  readonly find: (id: string) => Promise<IssuedReport | null>;
  /** The file as it is handed out: what was issued, with its proof; null when it was not issued. */
  readonly file: (id: string, variant: ReportVariant) => Promise<Uint8Array | null>;
  /** Keeps and logs a report; of two at once the first stays. Durable when it resolves. */
  readonly issue: (record: ReportRecord, pdf: Uint8Array) => Promise<void>;
}

const nameOf = (name: unknown): string => {
  const { fr, ar, en } = (name ?? {}) as Partial<Record<Language, string>>;
  return fr ?? ar ?? en ?? "";
};

/** The buyer's code, else its name. */
const buyerOf = (document: Document): string => {
  const { code, name } = (document["buyer"] ?? {}) as { readonly code?: string; readonly name?: unknown };
  return code ?? nameOf(name);
};

const recordOf = (
  { assessment, document, language, variant = "full" }: AssessmentReport,
  { id, sha256 }: ReturnType<ReportRenderer["identify"]>,
): ReportRecord => ({
  id,
  variant,
  assessmentId: assessment.id,
  language,
  reference: String(document["reference"]),
  buyer: buyerOf(document),
  on: assessment.on,
  verdict: assessment.verdict,
  payloadSha256: sha256,
});

/** What issuing needs from outside. */
export interface IssuePorts {
  readonly reports: ReportStore;
  readonly renderer: ReportRenderer;
  /** @throws DomainError NOT_APPROVED */
  readonly demandApproval: (assessmentId: string) => Promise<void>;
  readonly answersTo: (assessmentId: string) => Promise<readonly KeptResponse[]>;
}

/**
 * The report of a stored assessment as a file that proves itself. The first request issues it; from then on
 * everyone gets the bytes that were issued. Once its buyer has answered, a reprint that holds the answers is
 * issued beside it, under an id of its own.
 * @throws DomainError NOT_APPROVED where the buyer asks for four eyes and two people did not say yes
 */
export const issueReport =
  ({ reports, renderer, demandApproval, answersTo }: IssuePorts) =>
  async (asked: AssessmentReport): Promise<Uint8Array> => {
    const request = { ...asked, answers: await answersTo(asked.assessment.id) };
    const identity = renderer.identify(request);
    const { variant = "full" } = request;
    const issued = await reports.file(identity.id, variant);
    if (issued !== null) return issued;
    await demandApproval(request.assessment.id);
    await reports.issue(recordOf(request, identity), await renderer.pdf(request));
    const file = await reports.file(identity.id, variant);
    if (file === null) throw new Error(`report ${identity.id} was issued and is not there`);
    return file;
  };
