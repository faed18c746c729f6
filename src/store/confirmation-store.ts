import type { Confirmation } from "../domain/confirmation.ts";
import { sha256 } from "../ledger/digest.ts";
import type { Act } from "../ledger/leaf.ts";
import type { ConfirmationStore } from "../usecases/ports.ts";
import type { AppendToLog } from "./log-appender.ts";
import type { Database } from "./open-database.ts";

/** A confirmation as it is kept. */
export interface ConfirmationRow {
  readonly number: number;
  readonly parameter: string;
  readonly body: string;
  readonly received_at: string;
}

/** Who confirmed may be a person: the log only commits to it. */
export const confirmationAct = (row: ConfirmationRow): Act => ({
  kind: "confirmation",
  open: { parameter: row.parameter },
  sealed: {
    number: row.number,
    receivedAt: row.received_at,
    confirmationSha256: sha256(row.body).toString("hex"),
  },
  subject: `confirmation:${row.number}`,
});

/** The confirmations of a database, in order of arrival. */
export const confirmationsOf = async ({ read }: Pick<Database, "read">): Promise<readonly Confirmation[]> => {
  const rows: readonly Pick<ConfirmationRow, "body">[] = await read("confirmation")
    .orderBy("number")
    .select("body");
  return rows.map(({ body }) => JSON.parse(body) as Confirmation);
};

/** Confirmations in the database and in the log, append-only and in order of arrival. */
export const confirmationStore = (
  { write, read }: Database,
  now: () => Date,
  log: AppendToLog,
): ConfirmationStore => ({
  append: async (confirmation) => {
    await write.transaction(async (trx) => {
      const row = {
        parameter: confirmation.parameter,
        body: JSON.stringify(confirmation),
        received_at: now().toISOString(),
      };
      const [inserted] = await trx("confirmation").insert(row).returning("number");
      const { number } = inserted as Pick<ConfirmationRow, "number">;
      await log(trx, confirmationAct({ ...row, number }));
    });
  },
  list: () => confirmationsOf({ read }),
});
