import type { Actor } from "../../domain/actor.ts";
import type { Account } from "./ports.ts";

/** The person of an account, as who acts. */
export const accountActor = ({ id, role, buyer, cooperative, isDemo }: Account): Actor => ({
  accountId: id,
  role,
  buyer,
  cooperative,
  isDemo,
});
