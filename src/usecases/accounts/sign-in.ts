import { DomainError } from "../../domain/errors.ts";
import { accountActor } from "./account-actor.ts";
import { LONGEST_PASSWORD } from "./password-rule.ts";
import type { Account, AccountPorts } from "./ports.ts";

/** Tries in a quarter of an hour, for one account and from one address (an office behind one router). */
const TRIES_OF_ACCOUNT = 10;
const TRIES_FROM_ADDRESS = 100;

/** A new session: the secret for the cookie. */
export const startSession = async (
  { sessions, secrets }: AccountPorts,
  accountId: string,
): Promise<string> => {
  const secret = secrets.make();
  await sessions.start(secrets.digest(secret), accountId);
  return secret;
};

/** @throws DomainError TOO_MANY_ATTEMPTS */
export const allowTry = async ({ attempts }: AccountPorts, login: string, address: string): Promise<void> => {
  // Counted before the password is looked at, so that tries made at once are all counted.
  const ofAccount = await attempts.add(`account ${login}`);
  const fromAddress = await attempts.add(`address ${address}`);
  if (ofAccount > TRIES_OF_ACCOUNT || fromAddress > TRIES_FROM_ADDRESS)
    throw new DomainError("TOO_MANY_ATTEMPTS");
};

/**
 * The account when the password is right.
 * @throws DomainError SIGN_IN_FAILED, which does not say what was wrong, or TOO_MANY_ATTEMPTS
 */
const verified = async (ports: AccountPorts, login: string, password: string): Promise<Account> => {
  const known = await ports.accounts.credentials(login);
  const hash = known?.account.isActive === true ? known.passwordHash : null;
  const isRight = await ports.hasher.verify(hash, password.slice(0, LONGEST_PASSWORD * 4));
  if (known !== null && isRight) return known.account;
  if (known !== null) await ports.acts.record(accountActor(known.account), "signInFailed", null);
  throw new DomainError("SIGN_IN_FAILED");
};

/**
 * Signs a person in; answers with the secret of a new session.
 * @throws DomainError SIGN_IN_FAILED or TOO_MANY_ATTEMPTS
 */
export const signIn =
  (ports: AccountPorts) =>
  async (login: string, password: string, address: string): Promise<string> => {
    const name = login.trim().toLowerCase();
    await allowTry(ports, name, address);
    const account = await verified(ports, name, password);
    await ports.attempts.clear(`account ${name}`);
    await ports.acts.record(accountActor(account), "signedIn", null);
    return startSession(ports, account.id);
  };

/** Ends a session. */
export const signOut =
  ({ sessions, secrets }: AccountPorts) =>
  (secret: string): Promise<void> =>
    sessions.end(secrets.digest(secret));
