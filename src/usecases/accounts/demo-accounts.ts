import { SERVICE } from "../../domain/actor.ts";
import { accountActor } from "./account-actor.ts";
import type { AccountPorts, Buyer } from "./ports.ts";
import { startSession } from "./sign-in.ts";

/** What one can be in the demo. Accounts are kept by nobody there. */
export const DEMO_ROLES = ["officer", "approver", "auditor", "cooperative"] as const;
export type DemoRole = (typeof DEMO_ROLES)[number];

const loginOf = (role: DemoRole): string => `demo-${role}`;

/** Keeps the demo's invented buyers, and accounts without a password: officer and approver of the first buyer. */
export const prepareDemo =
  ({ buyers, accounts }: AccountPorts) =>
  async (invented: readonly Buyer[]): Promise<void> => {
    for (const buyer of invented) await buyers.keep(buyer);
    const own = invented[0]?.code ?? null;
    for (const role of DEMO_ROLES) {
      const buyer = role === "officer" || role === "approver" ? own : null;
      await accounts.insert(SERVICE, { login: loginOf(role), role, buyer, cooperative: null, isDemo: true });
    }
  };

/** A session of a demo account, which nobody has a password for; null when there is none. Only where the demo runs. */
export const demoSession =
  (ports: AccountPorts) =>
  async (role: DemoRole): Promise<string | null> => {
    const known = await ports.accounts.credentials(loginOf(role));
    if (known === null || !known.account.isDemo || !known.account.isActive) return null;
    await ports.acts.record(accountActor(known.account), "signedIn", null);
    return startSession(ports, known.account.id);
  };
