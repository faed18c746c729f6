import type { Assessment } from "../domain/assessment.ts";
import { sha256 } from "../ledger/digest.ts";
import { type Act } from "../ledger/leaf.ts";
import type { AssessmentStore, Document, StoredAssessment } from "../usecases/ports.ts";
import type { AppendToLog } from "./log-appender.ts";
import type { Database } from "./open-database.ts";
import { recordAct } from "./record-act.ts";
import { within } from "./within.ts";

interface AssessmentRow {
  readonly body: string;
  readonly document: string;
}

const toRow = (assessment: Assessment, tenderId: string, at: Date) => ({
  id: assessment.id,
  tender_id: tenderId,
  document_sha256: assessment.inputSha256,
  law_of: assessment.on,
  rulebook_sha256: assessment.rulebook.sha256,
  verdict: assessment.verdict,
  body: JSON.stringify(assessment),
  assessed_at: at.toISOString(),
});

/** What of a row the log commits to. */
export type LoggedAssessment = ReturnType<typeof toRow>;

/** The log learns which law was applied; tender, input and result only as a commitment. */
export const assessmentAct = (row: LoggedAssessment): Act => ({
  kind: "assessment",
  open: { rulebook: { ...(JSON.parse(row.body) as Assessment).rulebook, sha256: row.rulebook_sha256 } },
  sealed: {
    assessmentId: row.id,
    tenderId: row.tender_id,
    inputSha256: row.document_sha256,
    assessedAt: row.assessed_at,
    on: row.law_of,
    verdict: row.verdict,
    resultSha256: sha256(row.body).toString("hex"),
  },
  subject: `assessment:${row.id}`,
});

/** A stored assessment, whoever's it is: for the one who holds the database. null when there is none. */
export const storedAssessment = async (
  { read }: Pick<Database, "read">,
  id: string,
): Promise<StoredAssessment | null> => {
  const row: AssessmentRow | undefined = await read("assessment")
    .join("document", "document.sha256", "assessment.document_sha256")
    .where("assessment.id", id)
    .first("assessment.body", { document: "document.body" });
  return row === undefined ? null : toAssessment(row);
};

/** Assessments in the database and in the log, append-only: triggers refuse every change. */
export const assessmentStore = (
  { write, read }: Database,
  now: () => Date,
  log: AppendToLog,
): AssessmentStore => ({
  append: async (actor, assessment, tenderId) => {
    const at = now();
    await write.transaction(async (trx) => {
      const row = toRow(assessment, tenderId, at);
      const inserted = await trx("assessment").insert(row).onConflict("id").ignore().returning("id");
      await recordAct(trx, actor, { action: "tenderAssessed", object: assessment.id }, at);
      if (inserted.length > 0) await log(trx, assessmentAct(row));
    });
  },
  find: async (actor, id) => {
    const query = read("assessment")
      .join("tender", "tender.id", "assessment.tender_id")
      .join("document", "document.sha256", "assessment.document_sha256")
      .where("assessment.id", id);
    const row: AssessmentRow | undefined = await within(query, actor, "tender.buyer_code").first(
      "assessment.body",
      {
        document: "document.body",
      },
    );
    return row === undefined ? null : toAssessment(row);
  },
});

const toAssessment = ({ body, document }: AssessmentRow): StoredAssessment => ({
  assessment: JSON.parse(body) as Assessment,
  document: JSON.parse(document) as Document,
});
