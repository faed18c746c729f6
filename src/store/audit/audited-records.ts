import type { Knex } from "knex";
import { sha256 } from "../../ledger/digest.ts";
import type { Act, ActKind, Facts } from "../../ledger/leaf.ts";
import { assessmentAct, type LoggedAssessment } from "../assessment-store.ts";
import { confirmationAct, type ConfirmationRow } from "../confirmation-store.ts";
import { type DecisionRow, decisionAct, type FourEyesRow, fourEyesAct } from "../decision-store.ts";
import { type BuyerKeyRow, buyerKeyAct, type ResponseRow, responseAct } from "../response-store.ts";
import { REPORT_COLUMNS, reportAct, type ReportRow } from "../report-store.ts";

/** A table whose rows the log commits to, and how a row says again what was logged of it. */
export interface AuditedTable {
  readonly kind: ActKind;
  readonly table: string;
  /** The rows that some entries speak of, each with its act as it would be logged today. */
  readonly actsOf: (read: Knex, facts: readonly Facts[]) => Promise<readonly Act[]>;
}

const keysIn = (facts: readonly Facts[], name: string): readonly string[] =>
  facts.map((each) => String(each[name]));

const assessments: AuditedTable = {
  kind: "assessment",
  table: "assessment",
  actsOf: async (read, facts) => {
    const rows: readonly LoggedAssessment[] = await read("assessment")
      .join("document", "document.sha256", "assessment.document_sha256")
      .select("assessment.*")
      .whereIn("assessment.id", keysIn(facts, "assessmentId"));
    return rows.map(assessmentAct);
  },
};

const confirmations: AuditedTable = {
  kind: "confirmation",
  table: "confirmation",
  actsOf: async (read, facts) => {
    const rows: readonly ConfirmationRow[] = await read("confirmation").whereIn(
      "number",
      keysIn(facts, "number"),
    );
    return rows.map(confirmationAct);
  },
};

/** The bytes are read one report at a time: they may be large. */
const reports: AuditedTable = {
  kind: "report",
  table: "issued_report",
  actsOf: async (read, facts) => {
    const acts: Act[] = [];
    for (const id of new Set(keysIn(facts, "reportId"))) {
      const rows: readonly (ReportRow & { readonly pdf: Buffer })[] = await read("issued_report")
        .where({ id })
        .select(...REPORT_COLUMNS, "pdf");
      acts.push(
        ...rows.map(({ pdf, ...row }) =>
          reportAct({ ...row, pdf_sha256: bytesSha256(row, pdf), pdf_bytes: byteCount(row, pdf) }),
        ),
      );
    }
    return acts;
  },
};

/** The bytes and the column must both be what was logged. */
const bytesSha256 = ({ pdf_sha256: said }: ReportRow, pdf: Buffer): string => {
  const found = sha256(pdf).toString("hex");
  return found === said ? found : `${said} and ${found}`;
};

/** A count that is not the bytes' own is no count of a report. */
const byteCount = ({ pdf_bytes: said }: ReportRow, pdf: Buffer): number => (said === pdf.length ? said : -1);

const decisions: AuditedTable = {
  kind: "decision",
  table: "decision",
  actsOf: async (read, facts) => {
    const rows: readonly DecisionRow[] = await read("decision").whereIn("number", keysIn(facts, "number"));
    return rows.map(decisionAct);
  },
};

const policies: AuditedTable = {
  kind: "policy",
  table: "four_eyes",
  actsOf: async (read, facts) => {
    const rows: readonly FourEyesRow[] = await read("four_eyes").whereIn("number", keysIn(facts, "number"));
    return rows.map(fourEyesAct);
  },
};

const buyerKeys: AuditedTable = {
  kind: "buyerKey",
  table: "buyer_key",
  actsOf: async (read, facts) => {
    const rows: readonly BuyerKeyRow[] = await read("buyer_key").whereIn(
      "verifier",
      keysIn(facts, "verifier"),
    );
    return rows.map(buyerKeyAct);
  },
};

const responses: AuditedTable = {
  kind: "remark",
  table: "report_response",
  actsOf: async (read, facts) => {
    const rows: readonly ResponseRow[] = await read("report_response").whereIn(
      "report_id",
      keysIn(facts, "reportId"),
    );
    return rows.map(responseAct);
  },
};

/** Every table of the official record. */
export const AUDITED: readonly AuditedTable[] = [
  assessments,
  confirmations,
  reports,
  decisions,
  policies,
  buyerKeys,
  responses,
];
