import { passwordHasher } from "./credentials/password-hasher.ts";
import { secrets } from "./credentials/secrets.ts";
import type { Territory } from "./domain/territory.ts";
import { accountStore } from "./store/accounts/account-store.ts";
import { actStore } from "./store/accounts/act-store.ts";
import { apiTokenStore } from "./store/accounts/api-token-store.ts";
import { attemptStore } from "./store/accounts/attempt-store.ts";
import { buyerStore } from "./store/accounts/buyer-store.ts";
import { identityStore } from "./store/accounts/identity-store.ts";
import { invitationStore } from "./store/accounts/invitation-store.ts";
import { sessionStore } from "./store/accounts/session-store.ts";
import type { Database } from "./store/open-database.ts";
import { type AccountService, accountService } from "./usecases/accounts/account-service.ts";
import type { IdentityProvider } from "./usecases/accounts/identity-provider.ts";

/** Accounts over a database that is migrated. */
export const composeAccounts = (
  database: Database,
  territory: Territory,
  now: () => Date,
  provider: IdentityProvider | null = null,
): AccountService =>
  accountService(
    {
      buyers: buyerStore(database),
      accounts: accountStore(database, now),
      sessions: sessionStore(database, now),
      invitations: invitationStore(database, now),
      tokens: apiTokenStore(database, now),
      attempts: attemptStore(database, now),
      identities: identityStore(database, now),
      acts: actStore(database, now),
      hasher: passwordHasher(),
      secrets,
    },
    territory,
    provider,
  );
