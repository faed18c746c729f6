import type { Assessment } from "../domain/assessment.ts";
import type { AssessmentStore, Document, StoredAssessment } from "../usecases/ports.ts";
import type { Database } from "./open-database.ts";

interface AssessmentRow {
  readonly body: string;
  readonly document: string;
}

const toRow = (assessment: Assessment, tenderId: string, now: () => Date) => ({
  id: assessment.id,
  tender_id: tenderId,
  document_sha256: assessment.inputSha256,
  law_of: assessment.on,
  rulebook_sha256: assessment.rulebook.sha256,
  verdict: assessment.verdict,
  body: JSON.stringify(assessment),
  assessed_at: now().toISOString(),
});

/** Assessments in the database, append-only: triggers refuse every change. */
export const assessmentStore = ({ write, read }: Database, now: () => Date): AssessmentStore => ({
  append: async (assessment, tenderId) => {
    await write.transaction(async (trx) => {
      await trx("assessment")
        .insert(toRow(assessment, tenderId, now))
        .onConflict("id")
        .ignore();
    });
  },
  find: async (id) => {
    const row: AssessmentRow | undefined = await read("assessment")
      .join("document", "document.sha256", "assessment.document_sha256")
      .where("assessment.id", id)
      .first("assessment.body", { document: "document.body" });
    return row === undefined ? null : toAssessment(row);
  },
});

const toAssessment = ({ body, document }: AssessmentRow): StoredAssessment => ({
  assessment: JSON.parse(body) as Assessment,
  document: JSON.parse(document) as Document,
});
