import type { Confirmation } from "../domain/confirmation.ts";
import type { ConfirmationStore } from "../usecases/ports.ts";
import type { Database } from "./open-database.ts";

interface ConfirmationRow {
  readonly body: string;
}

/** Confirmations in the database, append-only and in order of arrival. */
export const confirmationStore = ({ write, read }: Database, now: () => Date): ConfirmationStore => ({
  append: async (confirmation) => {
    await write.transaction(async (trx) => {
      await trx("confirmation").insert({
        parameter: confirmation.parameter,
        body: JSON.stringify(confirmation),
        received_at: now().toISOString(),
      });
    });
  },
  list: async () => {
    const rows: readonly ConfirmationRow[] = await read("confirmation").orderBy("number").select("body");
    return rows.map(({ body }) => JSON.parse(body) as Confirmation);
  },
});
