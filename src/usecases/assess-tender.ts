import type { Actor } from "../domain/actor.ts";
import type { Assessment } from "../domain/assessment.ts";
import { DomainError } from "../domain/errors.ts";
import type { LocalDate } from "../domain/local-date.ts";
import type { Tender } from "../domain/tender.ts";
import type { CheckTender } from "./check-tender.ts";
import type { AssessmentStore, Document, StoredAssessment, TenderStore } from "./ports.ts";

/**
 * Assesses a stored tender and keeps the assessment; the same tender under the same law is assessed once.
 * @throws DomainError TENDER_NOT_FOUND
 */
export const assessTender =
  (
    tenders: TenderStore,
    assessments: AssessmentStore,
    check: CheckTender,
    understand: (document: Document) => Tender,
  ) =>
  async (actor: Actor, tenderId: string, on: LocalDate | null): Promise<Assessment> => {
    const stored = await tenders.find(actor, tenderId);
    if (stored === null) throw new DomainError("TENDER_NOT_FOUND", { id: tenderId });
    const { document } = stored;
    const assessment = check({ document, tender: understand(document) }, on, tenderId);
    await assessments.append(actor, assessment, tenderId);
    return assessment;
  };

/** @throws DomainError ASSESSMENT_NOT_FOUND */
export const findAssessment =
  (assessments: AssessmentStore) =>
  async (actor: Actor, id: string): Promise<StoredAssessment> => {
    const stored = await assessments.find(actor, id);
    if (stored === null) throw new DomainError("ASSESSMENT_NOT_FOUND", { id });
    return stored;
  };
