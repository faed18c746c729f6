import type { Knex } from "knex";
import type { Actor } from "../domain/actor.ts";

/** What was done, and to what. */
export interface Deed {
  readonly action: string;
  readonly object: string | null;
  /** The buyer concerned; absent: the actor's own. */
  readonly buyer?: string | null;
}

/** Keeps who did what, in the transaction of what was done. */
export const recordAct = async (
  trx: Knex,
  { accountId, buyer: own }: Actor,
  { action, object, buyer = own }: Deed,
  at: Date,
): Promise<void> => {
  await trx("act").insert({
    at: at.toISOString(),
    account_id: accountId,
    buyer_code: buyer,
    action,
    object,
  });
};
