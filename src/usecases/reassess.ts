import type { Assessment, Verdict } from "../domain/assessment.ts";
import type { Tender } from "../domain/tender.ts";
import type { CheckTender } from "./check-tender.ts";
import type { Document } from "./ports.ts";

/** A stored assessment with what it judged. */
export interface AssessmentOnFile {
  readonly assessment: Assessment;
  readonly tenderId: string;
  readonly document: Document;
}

/** An assessment whose verdict the rulebook of today would change. */
export interface ChangedVerdict {
  readonly assessmentId: string;
  readonly tenderId: string;
  readonly reference: string;
  readonly before: Verdict;
  readonly after: Verdict;
  /** Versions of the rulebooks. */
  readonly from: string;
  readonly to: string;
  /** The new assessment, beside the old one. */
  readonly again: Assessment;
}

/**
 * Judges stored assessments again, each on its own day, by the rulebook of today. The old ones stay as they are.
 * A document that the format of today no longer accepts is passed over.
 */
export const reassess = (check: CheckTender, understand: (document: Document) => Tender | null) =>
  async function* (stored: AsyncIterable<AssessmentOnFile>): AsyncGenerator<ChangedVerdict> {
    for await (const { assessment, tenderId, document } of stored) {
      const tender = understand(document);
      if (tender === null) continue;
      const again = check({ document, tender }, assessment.on, tenderId);
      if (again.id === assessment.id || again.verdict === assessment.verdict) continue;
      yield {
        assessmentId: assessment.id,
        tenderId,
        reference: String(document["reference"]),
        before: assessment.verdict,
        after: again.verdict,
        from: assessment.rulebook.version,
        to: again.rulebook.version,
        again,
      };
    }
  };
