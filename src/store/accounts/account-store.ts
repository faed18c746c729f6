import type { Knex } from "knex";
import type { Actor } from "../../domain/actor.ts";
import type { Account, AccountStore, NewAccount } from "../../usecases/accounts/ports.ts";
import { newId } from "../new-id.ts";
import type { Database } from "../open-database.ts";
import { recordAct } from "../record-act.ts";
import { type AccountRow, toAccount } from "./account-row.ts";

const toRow = ({ login, role, buyer, cooperative, isDemo }: NewAccount, at: Date): AccountRow => ({
  id: newId(at.getTime()),
  login,
  role,
  buyer_code: buyer,
  cooperative_id: cooperative,
  password_hash: null,
  is_active: 1,
  is_demo: isDemo ? 1 : 0,
  created_at: at.toISOString(),
});

const insert = async ({ write }: Database, actor: Actor, account: NewAccount, at: Date) => {
  const row = toRow(account, at);
  return write.transaction(async (trx): Promise<Account | null> => {
    const isTaken = (await trx("account").where({ login: row.login }).first("id")) !== undefined;
    if (isTaken) return null;
    await trx("account").insert(row);
    await recordAct(trx, actor, { action: "accountAdded", object: row.id, buyer: row.buyer_code }, at);
    return toAccount(row);
  });
};

/** Changes an account and ends its sessions, and keeps who did it. */
const change = async (
  trx: Knex.Transaction,
  actor: Actor,
  id: string,
  columns: Partial<AccountRow>,
  action: string,
  at: Date,
): Promise<void> => {
  await trx("account").where({ id }).update(columns);
  await trx("session").where({ account_id: id }).delete();
  await recordAct(trx, actor, { action, object: id }, at);
};

/** Accounts; a change of password or of activity ends the account's sessions. */
export const accountStore = (database: Database, now: () => Date): AccountStore => {
  const { write, read } = database;
  return {
    insert: (actor, account) => insert(database, actor, account, now()),
    find: async (id) => {
      const row: AccountRow | undefined = await read("account").where({ id }).first();
      return row === undefined ? null : toAccount(row);
    },
    credentials: async (login) => {
      const row: AccountRow | undefined = await read("account").where({ login }).first();
      return row === undefined ? null : { account: toAccount(row), passwordHash: row.password_hash };
    },
    list: async () => {
      const rows: readonly AccountRow[] = await read("account").orderBy("login");
      return rows.map(toAccount);
    },
    setPassword: (actor, id, passwordHash) =>
      write.transaction((trx) =>
        change(trx, actor, id, { password_hash: passwordHash }, "passwordSet", now()),
      ),
    setActive: (actor, id, isActive) =>
      write.transaction((trx) =>
        change(
          trx,
          actor,
          id,
          { is_active: isActive ? 1 : 0 },
          isActive ? "accountSwitchedOn" : "accountSwitchedOff",
          now(),
        ),
      ),
  };
};
