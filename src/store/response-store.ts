import type { Knex } from "knex";
import { DomainError } from "../domain/errors.ts";
import { readVerifier } from "../ledger/keys.ts";
import type { Act } from "../ledger/leaf.ts";
import { openResponse, readResponse } from "../ledger/response-note.ts";
import type { KeptResponse, ResponseStore } from "../usecases/responses.ts";
import { type AppendToLog, lockLog } from "./log-appender.ts";
import type { Database } from "./open-database.ts";

const MOST = 99;

/** An answer as it is kept. */
export interface ResponseRow {
  readonly report_id: string;
  readonly number: number;
  readonly note: string;
  readonly at: string;
}

/** The note travels with the report: it is what the leaf commits to. */
export const responseAct = ({ report_id, number, note, at }: ResponseRow): Act => ({
  kind: "remark",
  open: {},
  sealed: { reportId: report_id, number, note, at },
  subject: responseSubject(report_id, number),
});

/** By which the log knows an answer. */
export const responseSubject = (reportId: string, number: number): string => `remark:${reportId}:${number}`;

/** A buyer's key as it is kept. */
export interface BuyerKeyRow {
  readonly verifier: string;
  readonly buyer: string;
  readonly at: string;
}

/** The key is public, whose it is is too. */
export const buyerKeyAct = ({ verifier, buyer, at }: BuyerKeyRow): Act => ({
  kind: "buyerKey",
  open: { buyer, key: verifier },
  sealed: { verifier, at },
  subject: `buyerKey:${verifier}`,
});

const toResponse = ({ number, note, at }: ResponseRow): KeptResponse => {
  const read = readResponse(note);
  return { number, note, text: read?.text ?? note, key: read?.key ?? "", at };
};

/** The answers to any report of an assessment, oldest first. */
export const answersTo = async (read: Knex, assessmentId: string): Promise<readonly KeptResponse[]> => {
  const rows: readonly ResponseRow[] = await read("report_response")
    .whereIn("report_id", (ids: Knex.QueryBuilder) => {
      void ids.from("issued_report").where({ assessment_id: assessmentId }).select("id");
    })
    .orderBy([{ column: "at" }, { column: "report_id" }, { column: "number" }]);
  return rows.map(toResponse);
};

/** Buyers' answers in the database and in the log, append-only. */
export const responseStore = (
  { write, read }: Database,
  now: () => Date,
  log: AppendToLog,
): ResponseStore => ({
  list: async (reportId) => {
    const rows: readonly ResponseRow[] = await read("report_response")
      .where({ report_id: reportId })
      .orderBy("number");
    return rows.map(toResponse);
  },
  toAssessment: (assessmentId) => answersTo(read, assessmentId),
  add: (reportId, note) =>
    write.transaction(async (trx) => {
      await lockLog(trx);
      const report: { readonly buyer: string } | undefined = await trx("issued_report")
        .where({ id: reportId })
        .first("buyer");
      if (report === undefined) throw new DomainError("REPORT_NOT_FOUND", { id: reportId });
      const keys: readonly { readonly verifier: string }[] = await trx("buyer_key")
        .where({ buyer: report.buyer })
        .select("verifier");
      const verifiers = keys.map(({ verifier }) => readVerifier(verifier)).filter((key) => key !== null);
      if (openResponse(note, verifiers)?.reportId !== reportId) throw new DomainError("RESPONSE_INVALID");
      const last = await trx("report_response")
        .where({ report_id: reportId })
        .max({ number: "number" })
        .first();
      const number = Number(last?.number ?? 0) + 1;
      if (number > MOST) throw new DomainError("RESPONSE_INVALID");
      const row = { report_id: reportId, number, note, at: now().toISOString() };
      await trx("report_response").insert(row);
      await log(trx, responseAct(row));
      return toResponse(row);
    }),
  addKey: (buyer, verifier) =>
    write.transaction(async (trx) => {
      if (readVerifier(verifier)?.kind !== "note")
        throw new DomainError("LOG_KEY_INVALID", { file: verifier, problem: "expected a key name+hash+key" });
      const row = { verifier, buyer, at: now().toISOString() };
      const inserted = await trx("buyer_key")
        .insert(row)
        .onConflict("verifier")
        .ignore()
        .returning("verifier");
      if (inserted.length > 0) await log(trx, buyerKeyAct(row));
    }),
});
