import type { Actor } from "../domain/actor.ts";
import type { Assessment } from "../domain/assessment.ts";
import type { Confirmation } from "../domain/confirmation.ts";
import type { Language } from "../domain/tender.ts";
import type { KeptResponse } from "./responses.ts";

// What the use-cases need from outside; the composition root supplies it.

/** A tender document as it was received: valid by the format, otherwise untouched. */
export type Document = Readonly<Record<string, unknown>>;

/** SHA-256, in hexadecimal, of a value's RFC 8785 canonical JSON. */
export type Hash = (value: unknown) => string;

export interface StoredTender {
  readonly id: string;
  /** Counts replacements from 1; the ETag. */
  readonly version: number;
  /** Code of the buyer to whom it belongs; null: to none. */
  readonly buyer: string | null;
  /** As it is stored: JSON. */
  readonly text: string;
  /** The same, parsed when it is first asked for. */
  readonly document: Document;
  readonly documentSha256: string;
  /** ISO 8601 instants, UTC. */
  readonly receivedAt: string;
  readonly changedAt: string;
}

export interface TenderPage {
  readonly items: readonly StoredTender[];
  /** Where the next page starts; null at the end. */
  readonly next: string | null;
}

/** A tender to keep, and the buyer to whom it belongs. */
export interface NewTender {
  readonly buyer: string | null;
  readonly document: Document;
  readonly documentSha256: string;
  /** What its call is known by (`sourcesOf`): no two tenders share one. */
  readonly sources: readonly string[];
}

/**
 * What lies outside the actor's reach is not there. A call that is another tender's is not written:
 * DomainError TENDER_EXISTS has the `id` of that one, and the `source` that they would share.
 */
export interface TenderStore {
  /** Durable when it resolves. */
  readonly insert: (actor: Actor, tender: NewTender) => Promise<StoredTender>;
  /** As `insert`, but the same document of the same buyer is kept once: a form sent twice stores once. */
  readonly insertOnce: (actor: Actor, tender: NewTender) => Promise<StoredTender>;
  readonly find: (actor: Actor, id: string) => Promise<StoredTender | null>;
  /** null when the version is no longer `version`. */
  readonly replace: (
    actor: Actor,
    id: string,
    version: number,
    tender: NewTender,
  ) => Promise<StoredTender | null>;
  /** In order of id, after a cursor. */
  readonly list: (actor: Actor, after: string | null, limit: number) => Promise<TenderPage>;
  /** The newest first, before a cursor. */
  readonly newest: (actor: Actor, before: string | null, limit: number) => Promise<TenderPage>;
  /** Holds the database no tender of anybody? */
  readonly isEmpty: () => Promise<boolean>;
}

/** As it stood then. */
export type StoredAssessment = Assessed;

/** Append-only: the same assessment appended twice is one. What lies outside the actor's reach is not there. */
export interface AssessmentStore {
  readonly append: (actor: Actor, assessment: Assessment, tenderId: string) => Promise<void>;
  readonly find: (actor: Actor, id: string) => Promise<StoredAssessment | null>;
}

/** Append-only, in order of arrival. */
export interface ConfirmationStore {
  readonly append: (confirmation: Confirmation) => Promise<void>;
  readonly list: () => Promise<readonly Confirmation[]>;
}

/** An assessment and the document that was judged. */
export interface Assessed {
  readonly assessment: Assessment;
  readonly document: Document;
}

/** `full`: everything; `summary`: one page. */
export type ReportVariant = "full" | "summary";

/** An assessment and what its buyer answered to the reports of it, oldest first. */
export interface Answered extends Assessed {
  readonly answers?: readonly KeptResponse[];
}

/** The report of one assessment; in full when nothing else is asked. */
export interface AssessmentReport extends Answered {
  readonly language: Language;
  readonly variant?: ReportVariant;
}

/** What changed from one assessment to another. */
export interface ComparisonReport {
  readonly language: Language;
  readonly variant: "comparison";
  readonly before: Assessed;
  readonly after: Assessed;
}

export type ReportRequest = AssessmentReport | ComparisonReport;

/** Renders off the request thread; the same request gives the same bytes. */
export interface ReportRenderer {
  /** Id and SHA-256 of what the report says for machines; nothing is rendered. */
  readonly identify: (request: ReportRequest) => { readonly id: string; readonly sha256: string };
  readonly pdf: (request: ReportRequest) => Promise<Uint8Array>;
  /** A page of its own; `stylesheet` is the address of its style, which is written into the page when absent. */
  readonly html: (request: ReportRequest, stylesheet?: string) => string;
}
