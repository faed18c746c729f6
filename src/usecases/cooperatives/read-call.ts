import { SERVICE, type Actor } from "../../domain/actor.ts";
import type { Assessment } from "../../domain/assessment.ts";
import { DomainError } from "../../domain/errors.ts";
import type { Call } from "../../domain/search/call.ts";
import type { ReadAsCall } from "../../domain/search/call-of.ts";
import type { Tender } from "../../domain/tender.ts";
import type { CallStore } from "../calls/ports.ts";
import type { ProjectPending } from "../calls/project-pending.ts";
import type { CheckTender } from "../check-tender.ts";
import type { Document, StoredTender, TenderStore } from "../ports.ts";

/** A call with its tender and the officer's check of it. */
export interface JudgedCall {
  readonly call: Call;
  readonly version: number;
  readonly tender: Tender;
  readonly judged: Assessment;
}

/** What reading a call needs. */
export interface CallReading {
  readonly calls: CallStore;
  readonly tenders: TenderStore;
  readonly understand: (document: Document) => Tender;
  readonly check: CheckTender;
  readonly project: ProjectPending;
  readonly asCall: ReadAsCall;
}

const READ_BEFORE = 100;

const judge = (
  { understand, check }: CallReading,
  call: Call | null,
  stored: StoredTender,
  asCall: ReadAsCall,
): JudgedCall => {
  const { id, version, document } = stored;
  const tender = understand(document);
  return { call: call ?? asCall(id, tender), version, tender, judged: check({ document, tender }, null, id) };
};

/**
 * A public call, for anyone; a tender that is not public, for those who may see it.
 * @throws DomainError TENDER_NOT_FOUND
 */
export const readCall =
  (reading: CallReading) =>
  async (actor: Actor, id: string): Promise<JudgedCall> => {
    await reading.project(READ_BEFORE);
    const call = await reading.calls.find(id);
    const stored = await reading.tenders.find(call === null ? actor : SERVICE, id);
    if (stored === null) throw new DomainError("TENDER_NOT_FOUND", { id });
    return judge(reading, call, stored, reading.asCall);
  };
