import type { Account, AccountPorts, Scope } from "./ports.ts";

/** A known person, and what the token they came with allows; a session allows all that the role does. */
export interface Authenticated {
  readonly account: Account;
  readonly scopes: readonly Scope[];
}

/** What API tokens start with, so that they are found when they leak into a file. */
export const TOKEN_PREFIX = "awl_";

/** The person of a session's secret; null when it has ended. */
export const bySession =
  ({ sessions, secrets }: AccountPorts) =>
  async (secret: string): Promise<Authenticated | null> => {
    const account = await sessions.use(secrets.digest(secret));
    return account === null ? null : { account, scopes: ["read", "write"] };
  };

/** The person of an API token; null when it is none of ours or was revoked. */
export const byToken =
  ({ tokens, secrets }: AccountPorts) =>
  async (token: string): Promise<Authenticated | null> =>
    token.startsWith(TOKEN_PREFIX) ? tokens.use(secrets.digest(token)) : null;
