import type { SessionStore } from "../../usecases/accounts/ports.ts";
import type { Database } from "../open-database.ts";
import { ACCOUNT_COLUMNS, type AccountRow, toAccount } from "./account-row.ts";

const MINUTE = 60_000;
/** A session that is not used for so long has ended. */
const IDLE = 30 * MINUTE;
/** A session is never older than this. */
const OLDEST = 12 * 60 * MINUTE;
/** How exactly we keep when a session was last used: not every request writes. */
const GRAIN = MINUTE;

const ago = (at: Date, milliseconds: number): string => new Date(at.getTime() - milliseconds).toISOString();

/** Sessions in the database, by the digest of their secret. */
export const sessionStore = ({ write, read }: Database, now: () => Date): SessionStore => ({
  start: async (digest, accountId) => {
    const at = now();
    await write.transaction(async (trx) => {
      await trx("session").where("created_at", "<", ago(at, OLDEST)).delete();
      await trx("session").where("seen_at", "<", ago(at, IDLE)).delete();
      const times = { created_at: at.toISOString(), seen_at: at.toISOString() };
      await trx("session").insert({ digest, account_id: accountId, ...times });
    });
  },
  use: async (digest) => {
    const at = now();
    const row: (AccountRow & { readonly seen_at: string }) | undefined = await read("session")
      .join("account", "account.id", "session.account_id")
      .where({ digest, is_active: 1 })
      .where("session.created_at", ">=", ago(at, OLDEST))
      .where("seen_at", ">=", ago(at, IDLE))
      .first([...ACCOUNT_COLUMNS, "seen_at"]);
    if (row === undefined) return null;
    if (row.seen_at < ago(at, GRAIN))
      await write.transaction((trx) =>
        trx("session").where({ digest }).update({ seen_at: at.toISOString() }),
      );
    return toAccount(row);
  },
  end: async (digest) => {
    await write.transaction((trx) => trx("session").where({ digest }).delete());
  },
});
