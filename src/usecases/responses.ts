import type { CarriedResponse } from "../domain/verification.ts";

/** A buyer's signed answer to a report. */
export interface KeptResponse extends CarriedResponse {
  readonly number: number;
  /** The signed note, as it was sent. */
  readonly note: string;
}

/** Append-only; each answer is in the log with the transaction that keeps it. */
export interface ResponseStore {
  readonly list: (reportId: string) => Promise<readonly KeptResponse[]>;
  /** The answers to any report of an assessment, oldest first. */
  readonly toAssessment: (assessmentId: string) => Promise<readonly KeptResponse[]>;
  /** Keeps an answer that a key of the report's buyer signed. @throws DomainError RESPONSE_INVALID, REPORT_NOT_FOUND */
  readonly add: (reportId: string, note: string) => Promise<KeptResponse>;
  /** Names a key by which a buyer signs, `name+hash+key`. @throws DomainError LOG_KEY_INVALID */
  readonly addKey: (buyer: string, verifier: string) => Promise<void>;
}
