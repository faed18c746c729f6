import type { IdentityStore } from "../../usecases/accounts/ports.ts";
import type { Database } from "../open-database.ts";
import { recordAct } from "../record-act.ts";
import { ACCOUNT_COLUMNS, type AccountRow, toAccount } from "./account-row.ts";

/** Who providers say people are, tied to their accounts. */
export const identityStore = ({ write, read }: Database, now: () => Date): IdentityStore => ({
  find: async (issuer, subject) => {
    const row: AccountRow | undefined = await read("identity")
      .join("account", "account.id", "identity.account_id")
      .where({ issuer, subject })
      .first(ACCOUNT_COLUMNS);
    return row === undefined ? null : toAccount(row);
  },
  link: async (actor, issuer, subject, accountId) => {
    const at = now();
    return write.transaction(async (trx): Promise<boolean> => {
      const row = { issuer, subject, account_id: accountId };
      const linked = await trx("identity")
        .insert({ ...row, linked_at: at.toISOString() })
        .onConflict()
        .ignore()
        .returning("subject");
      // Linked at the same moment by the same person is no conflict.
      if (linked.length === 0) return (await trx("identity").where(row).first("subject")) !== undefined;
      await recordAct(trx, actor, { action: "identityLinked", object: accountId }, at);
      return true;
    });
  },
});
