import type { Territory } from "../../domain/territory.ts";
import { addAccount, issueLink } from "./add-account.ts";
import { makeToken } from "./api-tokens.ts";
import { bySession, byToken } from "./authenticate.ts";
import { acceptInvitation, changePassword, invited } from "./choose-password.ts";
import { demoSession, prepareDemo } from "./demo-accounts.ts";
import { firstAdministrator } from "./first-administrator.ts";
import { type IdentityProvider, signInByProvider } from "./identity-provider.ts";
import type { AccountPorts } from "./ports.ts";
import { signIn, signOut } from "./sign-in.ts";

/** Everything that is done with accounts, over the given ports. */
export const accountService = (
  ports: AccountPorts,
  territory: Territory,
  provider: IdentityProvider | null = null,
) => ({
  territory,
  /** Sign-in by the buyer's own provider of identities; null: none is set. */
  provider:
    provider === null
      ? null
      : { name: provider.name, begin: provider.begin, signIn: signInByProvider(ports, provider) },
  bySession: bySession(ports),
  byToken: byToken(ports),
  signIn: signIn(ports),
  signOut: signOut(ports),
  invited: invited(ports),
  acceptInvitation: acceptInvitation(ports),
  changePassword: changePassword(ports),
  addAccount: addAccount(ports, territory),
  issueLink: issueLink(ports),
  firstAdministrator: firstAdministrator(ports),
  makeToken: makeToken(ports),
  prepareDemo: prepareDemo(ports),
  demoSession: demoSession(ports),
  findAccount: ports.accounts.find,
  listAccounts: ports.accounts.list,
  setActive: ports.accounts.setActive,
  listTokens: ports.tokens.list,
  revokeToken: ports.tokens.revoke,
  listActs: ports.acts.list,
  listBuyers: ports.buyers.list,
  findBuyer: ports.buyers.find,
});

export type AccountService = ReturnType<typeof accountService>;
