import type { Knex } from "knex";
import type { Decision, DecisionKind } from "../domain/four-eyes.ts";
import type { Act } from "../ledger/leaf.ts";
import type { DecisionStore, KeptDecision } from "../usecases/decisions.ts";
import { type AppendToLog, lockLog } from "./log-appender.ts";
import type { Database } from "./open-database.ts";
import { within } from "./within.ts";

/** A step as it is kept. */
export interface DecisionRow {
  readonly number: number;
  readonly assessment_id: string;
  readonly kind: DecisionKind;
  readonly account_id: string;
  readonly at: string;
}

/** Who decided is a person: the log only commits to it. */
export const decisionAct = ({ number, assessment_id, kind, account_id, at }: DecisionRow): Act => ({
  kind: "decision",
  open: { decision: kind },
  sealed: { number, assessmentId: assessment_id, accountId: account_id, at },
  subject: `decision:${number}`,
});

/** Whether a buyer asks for four eyes, from a moment on. */
export interface FourEyesRow {
  readonly number: number;
  readonly buyer_code: string;
  readonly is_asked: number;
  readonly at: string;
}

/** The log commits to the buyer's choice. */
export const fourEyesAct = ({ number, buyer_code, is_asked, at }: FourEyesRow): Act => ({
  kind: "policy",
  open: { isFourEyes: is_asked === 1 },
  sealed: { number, buyer: buyer_code, at },
  subject: `policy:${number}`,
});

const historyOf = (knex: Knex, assessmentId: string): Promise<readonly KeptDecision[]> =>
  Promise.resolve(
    knex("decision")
      .where({ assessment_id: assessmentId })
      .orderBy("number")
      .select("kind", "at", { by: "account_id" }),
  );

const insertNumbered = async (trx: Knex.Transaction, table: string, row: object): Promise<number> => {
  const [inserted] = await trx(table).insert(row).returning("number");
  return (inserted as { readonly number: number }).number;
};

/** The last word of the buyer of a tender. */
const ASKED =
  "select is_asked from four_eyes where four_eyes.buyer_code = tender.buyer_code order by number desc limit 1";

/** Decisions in the database and in the log, append-only. */
export const decisionStore = (
  { write, read }: Database,
  now: () => Date,
  log: AppendToLog,
): DecisionStore => ({
  history: (assessmentId) => historyOf(read, assessmentId),
  isAsked: async (assessmentId) => {
    const row: { readonly asked: number | null } | undefined = await read("assessment")
      .join("tender", "tender.id", "assessment.tender_id")
      .where("assessment.id", assessmentId)
      .first({ asked: read.raw(`(${ASKED})`) });
    return row?.asked === 1;
  },
  take: (assessmentId, { kind, by }: Decision, allow) =>
    write.transaction(async (trx) => {
      // One step at a time: two approvers at once would both find the proposal open.
      await lockLog(trx);
      allow(await historyOf(trx, assessmentId));
      const row = { assessment_id: assessmentId, kind, account_id: by, at: now().toISOString() };
      const number = await insertNumbered(trx, "decision", row);
      await log(trx, decisionAct({ number, ...row }));
    }),
  ask: (buyer, isAsked) =>
    write.transaction(async (trx) => {
      const row = { buyer_code: buyer, is_asked: isAsked ? 1 : 0, at: now().toISOString() };
      const number = await insertNumbered(trx, "four_eyes", row);
      await log(trx, fourEyesAct({ number, ...row }));
    }),
  pending: async (actor, limit) => {
    const query = read("assessment").join("tender", "tender.id", "assessment.tender_id");
    const rows: readonly {
      readonly id: string;
      readonly reference: string;
      readonly verdict: string;
      readonly asked: number | null;
    }[] = await within(query, actor, "tender.buyer_code")
      .orderBy("assessed_at", "desc")
      .limit(limit)
      .select("assessment.id", "tender.reference", "verdict", { asked: read.raw(`(${ASKED})`) });
    return Promise.all(
      rows.map(async ({ id, reference, verdict, asked }) => ({
        assessmentId: id,
        reference,
        verdict,
        isFourEyes: asked === 1,
        decisions: await historyOf(read, id),
      })),
    );
  },
});
