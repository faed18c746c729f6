import type { Confirmation } from "../domain/confirmation.ts";
import { canonicalSha256 } from "../ledger/leaf.ts";
import type { ConfirmationStore } from "../usecases/ports.ts";
import type { AppendToLog } from "./log-appender.ts";
import type { Database } from "./open-database.ts";

interface ConfirmationRow {
  readonly body: string;
}

/** Confirmations in the database and in the log, append-only and in order of arrival. */
export const confirmationStore = (
  { write, read }: Database,
  now: () => Date,
  log: AppendToLog,
): ConfirmationStore => ({
  append: async (confirmation) => {
    await write.transaction(async (trx) => {
      const { parameter } = confirmation;
      const receivedAt = now().toISOString();
      const row = { parameter, body: JSON.stringify(confirmation), received_at: receivedAt };
      const [inserted] = await trx("confirmation").insert(row).returning("number");
      const number = (inserted as { readonly number: number }).number;
      await log(trx, {
        kind: "confirmation",
        open: { parameter },
        // Who confirmed may be a person: the log only commits to it.
        sealed: { number, receivedAt, confirmationSha256: canonicalSha256(confirmation) },
        subject: `confirmation:${number}`,
      });
    });
  },
  list: async () => {
    const rows: readonly ConfirmationRow[] = await read("confirmation").orderBy("number").select("body");
    return rows.map(({ body }) => JSON.parse(body) as Confirmation);
  },
});
