import type { Actor } from "../domain/actor.ts";
import type { DecisionKind } from "../domain/four-eyes.ts";
import type { Verification } from "../domain/verification.ts";
import type { KeptDecision, PendingAssessment } from "./decisions.ts";
import type { IssuedReport } from "./issue-report.ts";
import type { KeptResponse } from "./responses.ts";
import type { Register, RegisterFilter } from "./register.ts";
import type { ArchiveFile } from "./report-archive.ts";
import type { SampleOrder } from "./sample-reports.ts";
import type { PublishedLog } from "./published-log.ts";
import type { AssessmentReport, ReportVariant } from "./ports.ts";

/** What is done with the log of official acts; wired in the composition root. */
export interface LedgerService {
  /** The report of a stored assessment, with its proof. */
  readonly issueReport: (request: AssessmentReport) => Promise<Uint8Array>;
  /** null when no report of this id was issued here. */
  readonly findReport: (id: string) => Promise<IssuedReport | null>;
  readonly verify: (file: Uint8Array) => Promise<Verification>;
  readonly register: Register;
  /** A sample of what the filter lets through. */
  readonly sample: (
    actor: Actor,
    filter: RegisterFilter,
    order: SampleOrder,
  ) => Promise<readonly IssuedReport[]>;
  /** What the filter lets through, as files with a manifest. */
  readonly archive: (actor: Actor, filter: RegisterFilter) => AsyncIterable<ArchiveFile>;
  /** A report as it is handed out; null when the actor may not see it or it was not issued. */
  readonly fileWithin: (actor: Actor, id: string, variant: ReportVariant) => Promise<Uint8Array | null>;
  readonly decisions: (assessmentId: string) => Promise<readonly KeptDecision[]>;
  readonly decide: (
    actor: Actor,
    assessmentId: string,
    kind: DecisionKind,
  ) => Promise<readonly KeptDecision[]>;
  readonly pendingDecisions: (actor: Actor, limit: number) => Promise<readonly PendingAssessment[]>;
  /** Does a buyer ask for four eyes from now on? */
  readonly askFourEyes: (buyer: string, isAsked: boolean) => Promise<void>;
  readonly responses: (reportId: string) => Promise<readonly KeptResponse[]>;
  /** To any report of an assessment. */
  readonly answersTo: (assessmentId: string) => Promise<readonly KeptResponse[]>;
  readonly respond: (reportId: string, note: string) => Promise<KeptResponse>;
  readonly addBuyerKey: (buyer: string, verifier: string) => Promise<void>;
  /** The log as others may read it. */
  readonly log: PublishedLog;
}
