import type { Assessment } from "../domain/assessment.ts";
import type { Document } from "../usecases/ports.ts";
import type { AssessmentOnFile } from "../usecases/reassess.ts";
import type { Database } from "./open-database.ts";

const PAGE = 200;

interface Row {
  readonly id: string;
  readonly tender_id: string;
  readonly body: string;
  readonly document: string;
}

/** Every stored assessment, in order of id, a page in memory at a time. */
export const assessmentsOnFile = async function* ({ read }: Database): AsyncGenerator<AssessmentOnFile> {
  let after = "";
  for (;;) {
    const rows: readonly Row[] = await read("assessment")
      .join("document", "document.sha256", "assessment.document_sha256")
      .where("assessment.id", ">", after)
      .orderBy("assessment.id")
      .limit(PAGE)
      .select("assessment.id", "assessment.tender_id", "assessment.body", { document: "document.body" });
    for (const row of rows) yield toAssessment(row);
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
};

const toAssessment = ({ tender_id, body, document }: Row): AssessmentOnFile => ({
  assessment: JSON.parse(body) as Assessment,
  tenderId: tender_id,
  document: JSON.parse(document) as Document,
});
