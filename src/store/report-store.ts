import type { Knex } from "knex";
import { DomainError } from "../domain/errors.ts";
import { sha256 } from "../ledger/digest.ts";
import { writeEntryProof } from "../ledger/entry-proof.ts";
import { type Act, readLeaf } from "../ledger/leaf.ts";
import { type AttachedProof, proofUpdate } from "../ledger/pdf/proof-update.ts";
import type { IssuedReport, ReportRecord, ReportStore } from "../usecases/issue-report.ts";
import { type LedgerStore, ledgerStore } from "./ledger-store.ts";
import { type AppendToLog, lockLog } from "./log-appender.ts";
import { responseSubject } from "./response-store.ts";
import type { Database } from "./open-database.ts";

export interface ReportRow {
  readonly id: string;
  readonly variant: IssuedReport["variant"];
  readonly assessment_id: string;
  readonly language: IssuedReport["language"];
  readonly reference: string;
  readonly buyer: string;
  readonly law_of: string | null;
  readonly verdict: IssuedReport["verdict"];
  readonly payload_sha256: string;
  readonly pdf_sha256: string;
  readonly pdf_bytes: number;
  readonly issued_at: string;
}

/** All columns but the bytes of the file. */
export const REPORT_COLUMNS: readonly (keyof ReportRow)[] = [
  "id",
  "variant",
  "assessment_id",
  "language",
  "reference",
  "buyer",
  "law_of",
  "verdict",
  "payload_sha256",
  "pdf_sha256",
  "pdf_bytes",
  "issued_at",
];

const subjectOf = (id: string, variant: string): string => `report:${id}:${variant}`;

/** All of the row but the bytes, by which the log can tell a changed one. */
export const reportAct = (row: ReportRow): Act => ({
  kind: "report",
  open: {},
  sealed: {
    reportId: row.id,
    variant: row.variant,
    assessmentId: row.assessment_id,
    language: row.language,
    reference: row.reference,
    buyer: row.buyer,
    on: row.law_of,
    verdict: row.verdict,
    payloadSha256: row.payload_sha256,
    pdfSha256: row.pdf_sha256,
    pdfBytes: row.pdf_bytes,
    issuedAt: row.issued_at,
  },
  subject: subjectOf(row.id, row.variant),
});

const toRow = (record: ReportRecord, pdf: Uint8Array, at: Date): ReportRow => ({
  id: record.id,
  variant: record.variant,
  assessment_id: record.assessmentId,
  language: record.language,
  reference: record.reference,
  buyer: record.buyer,
  law_of: record.on,
  verdict: record.verdict,
  payload_sha256: record.payloadSha256,
  pdf_sha256: sha256(pdf).toString("hex"),
  pdf_bytes: pdf.length,
  issued_at: at.toISOString(),
});

/** The travelling proof of a thing in the log, under the first head that holds it: always the same bytes. */
export const proofOf = async (
  ledger: LedgerStore,
  subject: string,
): Promise<Omit<AttachedProof, "name"> | null> => {
  const entry = await ledger.entryOf(subject);
  if (entry?.opening == null) return null;
  const head = await ledger.headFrom(entry.seq + 1);
  const leaf = readLeaf(entry.leaf);
  if (head === null || leaf === null) throw new DomainError("LOG_DAMAGED", { problem: `entry ${entry.seq}` });
  const text = writeEntryProof({
    leaf: entry.leaf,
    opening: entry.opening,
    index: entry.seq,
    hashes: await ledger.inclusion(entry.seq, head.size),
    checkpoint: head.note,
  });
  return { text, at: leaf.at };
};

/** A buyer's answers travel with the report, each with its own proof. */
const answersTo = async (
  { read }: Database,
  ledger: LedgerStore,
  id: string,
): Promise<readonly AttachedProof[]> => {
  const rows: readonly { readonly number: number }[] = await read("report_response")
    .where({ report_id: id })
    .orderBy("number")
    .select("number");
  const proofs = await Promise.all(
    rows.map(async ({ number }) => {
      const proof = await proofOf(ledger, responseSubject(id, number));
      return proof === null
        ? []
        : [{ ...proof, name: `response-${String(number).padStart(2, "0")}.tlog-proof` }];
    }),
  );
  return proofs.flat();
};

const issue = async (
  trx: Knex.Transaction,
  log: AppendToLog,
  record: ReportRecord,
  pdf: Uint8Array,
  at: Date,
): Promise<void> => {
  // Before the row, so that two who issue the same report do not wait for each other crosswise.
  await lockLog(trx);
  const known: unknown = await trx("issued_report")
    .where({ id: record.id, variant: record.variant })
    .first("id");
  if (known !== undefined) return;
  const row = toRow(record, pdf, at);
  await trx("issued_report").insert({ ...row, pdf: Buffer.from(pdf) });
  await log(trx, reportAct(row));
};

/** Issued reports in the database and in the log, append-only. */
export const reportStore = (database: Database, now: () => Date, log: AppendToLog): ReportStore => {
  const ledger = ledgerStore(database);
  return {
    find: async (id) => {
      const row: ListedRow | undefined = await database
        .read("issued_report")
        .where({ id })
        .orderBy("variant")
        .first(...REPORT_COLUMNS, answersOf(database.read));
      return row === undefined ? null : toReport(row);
    },
    file: async (id, variant) => {
      const row: { readonly pdf: Buffer } | undefined = await database
        .read("issued_report")
        .where({ id, variant })
        .first("pdf");
      const proof = row === undefined ? null : await proofOf(ledger, subjectOf(id, variant));
      if (row === undefined || proof === null) return row?.pdf ?? null;
      const proofs = [{ ...proof, name: "report.tlog-proof" }, ...(await answersTo(database, ledger, id))];
      return Buffer.concat([row.pdf, proofUpdate(row.pdf, proofs)]);
    },
    issue: (record, pdf) => database.write.transaction((trx) => issue(trx, log, record, pdf, now())),
  };
};

/** A row of the register; the count is a text where the database says so. */
export interface ListedRow extends ReportRow {
  readonly answers: number | string;
}

/** How many answers a report's buyer gave, to this one or another of the same assessment. */
export const answersOf = (read: Knex): Knex.QueryBuilder =>
  read("report_response")
    .whereIn("report_id", (ids: Knex.QueryBuilder) => {
      void ids
        .from("issued_report as other")
        .whereRaw("other.assessment_id = issued_report.assessment_id")
        .select("other.id");
    })
    .count()
    .as("answers");

/** A row of the register, its bytes left out. */
export const toReport = (row: ListedRow): IssuedReport => ({
  id: row.id,
  variant: row.variant,
  assessmentId: row.assessment_id,
  language: row.language,
  reference: row.reference,
  buyer: row.buyer,
  on: row.law_of,
  verdict: row.verdict,
  payloadSha256: row.payload_sha256,
  pdfSha256: row.pdf_sha256,
  issuedAt: row.issued_at,
  answers: Number(row.answers),
});
