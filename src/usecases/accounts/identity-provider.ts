import { DomainError } from "../../domain/errors.ts";
import { accountActor } from "./account-actor.ts";
import type { Account, AccountPorts } from "./ports.ts";
import { startSession } from "./sign-in.ts";

/** What the browser must bring back, so that an answer belongs to the question that it asked. */
export interface SignInProof {
  readonly state: string;
  readonly nonce: string;
  /** Of PKCE (RFC 7636). */
  readonly verifier: string;
}

/** Who the provider says a person is; `email` was verified by it. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  readonly email: string;
}

/** A service elsewhere that knows the buyer's people. */
export interface IdentityProvider {
  /** How the sign-in page calls it. */
  readonly name: string;
  /** Where the person signs in; the provider sends them back to `redirect`. @throws DomainError PROVIDER_UNAVAILABLE */
  readonly begin: (redirect: string) => Promise<{ readonly address: string; readonly proof: SignInProof }>;
  /**
   * Who came back, by the address to which the provider sent them.
   * @throws DomainError PROVIDER_UNAVAILABLE, SIGN_IN_DENIED, SIGN_IN_BROKEN or EMAIL_UNVERIFIED
   */
  readonly finish: (callback: URL, proof: SignInProof) => Promise<Identity>;
}

/** Answers in a quarter of an hour from one address: an office behind one router. */
const TRIES_FROM_ADDRESS = 100;

/** Ties the person to the account whose login is the address that the provider verified. */
const linkByEmail = async (ports: AccountPorts, { issuer, subject, email }: Identity): Promise<Account> => {
  const known = await ports.accounts.credentials(email.trim().toLowerCase());
  const account = known?.account;
  // An account is added by an administrator alone, whatever a provider says.
  if (account?.isActive !== true || account.isDemo) throw new DomainError("ACCOUNT_MISSING", { email });
  if (!(await ports.identities.link(accountActor(account), issuer, subject, account.id)))
    throw new DomainError("ACCOUNT_LINKED", { email });
  return account;
};

/**
 * Signs in whom the provider knows; answers with the secret of a new session.
 * @throws DomainError what `finish` throws, ACCOUNT_MISSING, ACCOUNT_LINKED when the account belongs to another
 * person of the provider, TOO_MANY_ATTEMPTS
 */
export const signInByProvider =
  (ports: AccountPorts, provider: IdentityProvider) =>
  async (callback: URL, proof: SignInProof, address: string): Promise<string> => {
    if ((await ports.attempts.add(`provider ${address}`)) > TRIES_FROM_ADDRESS)
      throw new DomainError("TOO_MANY_ATTEMPTS");
    const identity = await provider.finish(callback, proof);
    const linked = await ports.identities.find(identity.issuer, identity.subject);
    const account = linked ?? (await linkByEmail(ports, identity));
    if (!account.isActive) throw new DomainError("ACCOUNT_MISSING", { email: identity.email });
    await ports.acts.record(accountActor(account), "signedIn", "provider");
    return startSession(ports, account.id);
  };
