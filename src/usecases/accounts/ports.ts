import type { Actor, Role } from "../../domain/actor.ts";
import type { LocalText } from "../../domain/tender.ts";

// What accounts need from outside; the composition root supplies it.

/** A contracting authority that has accounts. */
export interface Buyer {
  /** HCP code, or the buyer's own when it is no place of the territory. */
  readonly code: string;
  readonly name: LocalText;
  readonly kind: string;
  /** Invented, for the demo. */
  readonly isDemo: boolean;
}

export interface Account {
  readonly id: string;
  /** An e-mail address or a plain name, in lower case. */
  readonly login: string;
  readonly role: Role;
  readonly buyer: string | null;
  readonly cooperative: string | null;
  readonly isActive: boolean;
  readonly isDemo: boolean;
  /** Has the person chosen a password yet? */
  readonly hasPassword: boolean;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
}

export type NewAccount = Pick<Account, "login" | "role" | "buyer" | "cooperative" | "isDemo">;

export interface BuyerStore {
  /** Keeps a buyer; one that is known stays as it is. */
  readonly keep: (buyer: Buyer) => Promise<void>;
  readonly find: (code: string) => Promise<Buyer | null>;
  readonly list: () => Promise<readonly Buyer[]>;
}

export interface Credentials {
  readonly account: Account;
  readonly passwordHash: string | null;
}

export interface AccountStore {
  /** null when the login is taken. */
  readonly insert: (actor: Actor, account: NewAccount) => Promise<Account | null>;
  readonly find: (id: string) => Promise<Account | null>;
  readonly credentials: (login: string) => Promise<Credentials | null>;
  /** In order of login. */
  readonly list: () => Promise<readonly Account[]>;
  /** Ends the account's sessions too. */
  readonly setPassword: (actor: Actor, id: string, passwordHash: string) => Promise<void>;
  /** An account that is switched off loses its sessions; its tokens no longer work. */
  readonly setActive: (actor: Actor, id: string, isActive: boolean) => Promise<void>;
}

/** Sessions by the digest of their secret. */
export interface SessionStore {
  readonly start: (digest: string, accountId: string) => Promise<void>;
  /** The account of a session that is neither idle nor too old; using it keeps it alive. */
  readonly use: (digest: string) => Promise<Account | null>;
  readonly end: (digest: string) => Promise<void>;
}

/** One-time links by the digest of their secret; a new one replaces those before it. */
export interface InvitationStore {
  readonly issue: (actor: Actor, digest: string, accountId: string) => Promise<void>;
  readonly find: (digest: string) => Promise<Account | null>;
  /** The account, once: the link is spent. */
  readonly spend: (digest: string) => Promise<Account | null>;
}

export const SCOPES = ["read", "write"] as const;
export type Scope = (typeof SCOPES)[number];

export interface ApiToken {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
}

export interface ApiTokenStore {
  readonly insert: (
    actor: Actor,
    accountId: string,
    token: { readonly digest: string; readonly name: string; readonly scopes: readonly Scope[] },
  ) => Promise<ApiToken>;
  readonly list: (accountId: string) => Promise<readonly ApiToken[]>;
  readonly use: (
    digest: string,
  ) => Promise<{ readonly account: Account; readonly scopes: readonly Scope[] } | null>;
  /** Only a token of that account. */
  readonly revoke: (actor: Actor, accountId: string, id: string) => Promise<void>;
}

/** Who a provider of identities says people are, tied to their accounts; a new one-time link unties them. */
export interface IdentityStore {
  readonly find: (issuer: string, subject: string) => Promise<Account | null>;
  /** False when the account is tied to another person of that provider. */
  readonly link: (actor: Actor, issuer: string, subject: string, accountId: string) => Promise<boolean>;
}

/** Counts tries under a key within a window of time. */
export interface AttemptStore {
  /** Adds one try; answers with how many there are now. */
  readonly add: (key: string) => Promise<number>;
  readonly clear: (key: string) => Promise<void>;
}

/** One line of who did what. */
export interface Act {
  readonly at: string;
  readonly login: string | null;
  readonly buyer: string | null;
  readonly action: string;
  readonly object: string | null;
}

export interface ActStore {
  readonly record: (actor: Actor, action: string, object: string | null) => Promise<void>;
  /** Newest first, after a cursor. */
  readonly list: (
    before: number | null,
    limit: number,
  ) => Promise<readonly (Act & { readonly number: number })[]>;
}

export interface PasswordHasher {
  readonly hash: (password: string) => Promise<string>;
  /** `null`: there is no such account, or it has no password; takes the same time and is never right. */
  readonly verify: (hash: string | null, password: string) => Promise<boolean>;
}

export interface Secrets {
  readonly make: () => string;
  readonly digest: (secret: string) => string;
}

/** Everything that accounts use. */
export interface AccountPorts {
  readonly buyers: BuyerStore;
  readonly accounts: AccountStore;
  readonly sessions: SessionStore;
  readonly invitations: InvitationStore;
  readonly tokens: ApiTokenStore;
  readonly attempts: AttemptStore;
  readonly identities: IdentityStore;
  readonly acts: ActStore;
  readonly hasher: PasswordHasher;
  readonly secrets: Secrets;
}
