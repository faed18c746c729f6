import { type Actor, BUYER_ROLES, type Role } from "../../domain/actor.ts";
import { DomainError } from "../../domain/errors.ts";
import type { Territory } from "../../domain/territory.ts";
import type { Account, AccountPorts, Buyer } from "./ports.ts";

const LOGIN = /^[a-z0-9](?:[a-z0-9._+-]{0,62}[a-z0-9])?(?:@[a-z0-9.-]{1,189})?$/;

/** What an administrator says of a new account. */
export interface AccountRequest {
  readonly login: string;
  readonly role: Role;
  /** Code of the buyer: of the territory, or of a buyer kept before. */
  readonly buyer: string | null;
  readonly cooperative?: string | null;
}

/** A new account, and the secret of its one-time link. */
export interface Added {
  readonly account: Account;
  readonly secret: string;
}

/** Issues a one-time link to choose a password; those before it no longer work. */
export const issueLink =
  ({ invitations, secrets }: AccountPorts) =>
  async (actor: Actor, accountId: string): Promise<string> => {
    const secret = secrets.make();
    await invitations.issue(actor, secrets.digest(secret), accountId);
    return secret;
  };

const acceptLogin = (login: string): string => {
  const name = login.trim().toLowerCase();
  if (!LOGIN.test(name)) throw new DomainError("LOGIN_INVALID", { login: name.slice(0, 100) });
  return name;
};

/** An officer or an approver has a buyer, an auditor may have one, the others have none. */
const acceptBuyer = async (
  { buyers }: AccountPorts,
  territory: Territory,
  { role, buyer }: AccountRequest,
): Promise<Buyer | null> => {
  if (buyer === null && BUYER_ROLES.has(role)) throw new DomainError("BUYER_REQUIRED", { role });
  if (buyer === null) return null;
  if (!BUYER_ROLES.has(role) && role !== "auditor") throw new DomainError("BUYER_UNEXPECTED", { role });
  const place = territory.find(buyer);
  const known = await buyers.find(place?.code ?? buyer);
  if (known !== null) return known;
  if (place === null) throw new DomainError("BUYER_UNKNOWN", { code: buyer.slice(0, 40) });
  return { code: place.code, name: place.name, kind: place.kind, isDemo: false };
};

/**
 * Adds an account; the person chooses a password by the one-time link.
 * @throws DomainError LOGIN_INVALID, LOGIN_TAKEN, BUYER_REQUIRED, BUYER_UNEXPECTED or BUYER_UNKNOWN
 */
export const addAccount =
  (ports: AccountPorts, territory: Territory) =>
  async (actor: Actor, request: AccountRequest): Promise<Added> => {
    const login = acceptLogin(request.login);
    const buyer = await acceptBuyer(ports, territory, request);
    if (buyer !== null) await ports.buyers.keep(buyer);
    const account = await ports.accounts.insert(actor, {
      login,
      role: request.role,
      buyer: buyer?.code ?? null,
      cooperative: request.cooperative ?? null,
      isDemo: buyer?.isDemo ?? false,
    });
    if (account === null) throw new DomainError("LOGIN_TAKEN", { login });
    return { account, secret: await issueLink(ports)(actor, account.id) };
  };
