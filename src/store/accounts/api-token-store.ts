import { type ApiToken, type ApiTokenStore, type Scope, SCOPES } from "../../usecases/accounts/ports.ts";
import { newId } from "../new-id.ts";
import type { Database } from "../open-database.ts";
import { recordAct } from "../record-act.ts";
import { ACCOUNT_COLUMNS, type AccountRow, toAccount } from "./account-row.ts";

interface TokenRow {
  readonly id: string;
  readonly name: string;
  readonly scopes: string;
  readonly created_at: string;
  readonly last_used_at: string | null;
}

type UsedRow = AccountRow & { readonly scopes: string; readonly last_used_at: string | null };

const MINUTE = 60_000;

/** API tokens in the database, by the digest of their secret. */
export const apiTokenStore = ({ write, read }: Database, now: () => Date): ApiTokenStore => ({
  insert: async (actor, accountId, { digest, name, scopes }) => {
    const at = now();
    const row = { id: newId(at.getTime()), name, scopes: scopes.join(" "), created_at: at.toISOString() };
    await write.transaction(async (trx) => {
      await trx("api_token").insert({ ...row, digest, account_id: accountId });
      await recordAct(trx, actor, { action: "tokenMade", object: row.id }, at);
    });
    return toToken({ ...row, last_used_at: null });
  },
  list: async (accountId) => {
    const rows: readonly TokenRow[] = await read("api_token")
      .where({ account_id: accountId, revoked_at: null })
      .orderBy("id");
    return rows.map(toToken);
  },
  use: async (digest) => {
    const at = now();
    const row: UsedRow | undefined = await read("api_token")
      .join("account", "account.id", "api_token.account_id")
      .where({ digest, is_active: 1, revoked_at: null })
      .first([...ACCOUNT_COLUMNS, "scopes", "last_used_at"]);
    if (row === undefined) return null;
    // Not every request writes: the last use is kept to the minute.
    if (row.last_used_at === null || Date.parse(row.last_used_at) < at.getTime() - MINUTE)
      await write.transaction((trx) =>
        trx("api_token").where({ digest }).update({ last_used_at: at.toISOString() }),
      );
    return { account: toAccount(row), scopes: toScopes(row.scopes) };
  },
  revoke: async (actor, accountId, id) => {
    const at = now();
    await write.transaction(async (trx) => {
      const changed = await trx("api_token")
        .where({ id, account_id: accountId, revoked_at: null })
        .update({ revoked_at: at.toISOString() });
      if (changed === 1) await recordAct(trx, actor, { action: "tokenRevoked", object: id }, at);
    });
  },
});

const toScopes = (text: string): readonly Scope[] =>
  SCOPES.filter((scope) => text.split(" ").includes(scope));

const toToken = (row: TokenRow): ApiToken => ({
  id: row.id,
  name: row.name,
  scopes: toScopes(row.scopes),
  createdAt: row.created_at,
  lastUsedAt: row.last_used_at,
});
