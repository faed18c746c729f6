import type { Knex } from "knex";
import type { Account, InvitationStore } from "../../usecases/accounts/ports.ts";
import type { Database } from "../open-database.ts";
import { recordAct } from "../record-act.ts";
import { ACCOUNT_COLUMNS, type AccountRow, toAccount } from "./account-row.ts";

/** Milliseconds for which a one-time link works: three days. */
const LIFETIME = 3 * 24 * 60 * 60_000;

const invited = async (knex: Knex, digest: string, at: Date): Promise<Account | null> => {
  const row: AccountRow | undefined = await knex("invitation")
    .join("account", "account.id", "invitation.account_id")
    .where({ digest, is_active: 1 })
    .where("expires_at", ">", at.toISOString())
    .first(ACCOUNT_COLUMNS);
  return row === undefined ? null : toAccount(row);
};

/** One-time links in the database. */
export const invitationStore = ({ write, read }: Database, now: () => Date): InvitationStore => ({
  issue: async (actor, digest, accountId) => {
    const at = now();
    await write.transaction(async (trx) => {
      await trx("invitation").where({ account_id: accountId }).delete();
      // Whoever gets the link begins anew: at a provider too.
      await trx("identity").where({ account_id: accountId }).delete();
      const expires = new Date(at.getTime() + LIFETIME).toISOString();
      await trx("invitation").insert({ digest, account_id: accountId, expires_at: expires });
      await recordAct(trx, actor, { action: "linkIssued", object: accountId }, at);
    });
  },
  find: (digest) => invited(read, digest, now()),
  spend: (digest) =>
    write.transaction(async (trx) => {
      const account = await invited(trx, digest, now());
      const spent = await trx("invitation").where({ digest }).delete();
      return spent === 1 ? account : null;
    }),
});
