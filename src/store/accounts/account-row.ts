import type { Role } from "../../domain/actor.ts";
import type { Account } from "../../usecases/accounts/ports.ts";

export interface AccountRow {
  readonly id: string;
  readonly login: string;
  readonly role: Role;
  readonly buyer_code: string | null;
  readonly cooperative_id: string | null;
  readonly password_hash: string | null;
  readonly is_active: number;
  readonly is_demo: number;
  readonly created_at: string;
}

/** Columns of an account in a join. */
export const ACCOUNT_COLUMNS = [
  "account.id",
  "account.login",
  "account.role",
  "account.buyer_code",
  "account.cooperative_id",
  "account.password_hash",
  "account.is_active",
  "account.is_demo",
  "account.created_at",
];

export const toAccount = (row: AccountRow): Account => ({
  id: row.id,
  login: row.login,
  role: row.role,
  buyer: row.buyer_code,
  cooperative: row.cooperative_id,
  isActive: row.is_active === 1,
  isDemo: row.is_demo === 1,
  hasPassword: row.password_hash !== null,
  createdAt: row.created_at,
});
