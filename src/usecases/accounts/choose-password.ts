import { DomainError } from "../../domain/errors.ts";
import { accountActor } from "./account-actor.ts";
import { acceptPassword } from "./password-rule.ts";
import type { Account, AccountPorts } from "./ports.ts";
import { allowTry, startSession } from "./sign-in.ts";

/** The account of a one-time link that still works; null when it was spent, replaced or is too old. */
export const invited =
  ({ invitations, secrets }: AccountPorts) =>
  (secret: string): Promise<Account | null> =>
    invitations.find(secrets.digest(secret));

/**
 * Chooses a password by a one-time link, which is spent, and signs in: the secret of the new session.
 * @throws DomainError LINK_SPENT or PASSWORD_WEAK; a weak password does not spend the link
 */
export const acceptInvitation =
  (ports: AccountPorts) =>
  async (secret: string, password: string): Promise<string> => {
    const account = await invited(ports)(secret);
    if (account === null) throw new DomainError("LINK_SPENT");
    acceptPassword(password, account.login);
    const hash = await ports.hasher.hash(password);
    const spent = await ports.invitations.spend(ports.secrets.digest(secret));
    if (spent === null) throw new DomainError("LINK_SPENT");
    await ports.accounts.setPassword(accountActor(spent), spent.id, hash);
    return startSession(ports, spent.id);
  };

/**
 * Changes the password of a person who knows the old one; every session ends but the new one that it answers.
 * @throws DomainError SIGN_IN_FAILED, TOO_MANY_ATTEMPTS or PASSWORD_WEAK
 */
export const changePassword =
  (ports: AccountPorts) =>
  async (account: Account, old: string, password: string, address: string): Promise<string> => {
    await allowTry(ports, account.login, address);
    const known = await ports.accounts.credentials(account.login);
    if (!(await ports.hasher.verify(known?.passwordHash ?? null, old)))
      throw new DomainError("SIGN_IN_FAILED");
    acceptPassword(password, account.login);
    const hash = await ports.hasher.hash(password);
    await ports.accounts.setPassword(accountActor(account), account.id, hash);
    return startSession(ports, account.id);
  };
