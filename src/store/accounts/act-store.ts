import type { Act, ActStore } from "../../usecases/accounts/ports.ts";
import type { Database } from "../open-database.ts";
import { recordAct } from "../record-act.ts";

interface ActRow {
  readonly number: number;
  readonly at: string;
  readonly login: string | null;
  readonly buyer_code: string | null;
  readonly action: string;
  readonly object: string | null;
}

/** Who did what, append-only. */
export const actStore = ({ write, read }: Database, now: () => Date): ActStore => ({
  record: async (actor, action, object) => {
    await write.transaction((trx) => recordAct(trx, actor, { action, object }, now()));
  },
  list: async (before, limit) => {
    const query = read("act")
      .leftJoin("account", "account.id", "act.account_id")
      .select("act.number", "act.at", "account.login", "act.buyer_code", "act.action", "act.object")
      .orderBy("act.number", "desc")
      .limit(limit);
    const rows = (await (before === null ? query : query.where("act.number", "<", before))) as ActRow[];
    return rows.map(toAct);
  },
});

const toAct = ({ number, at, login, buyer_code, action, object }: ActRow): Act & { number: number } => ({
  number,
  at,
  login,
  buyer: buyer_code,
  action,
  object,
});
