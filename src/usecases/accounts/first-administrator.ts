import { SERVICE } from "../../domain/actor.ts";
import { issueLink } from "./add-account.ts";
import type { AccountPorts } from "./ports.ts";

/** The login of the administrator that the first run creates. */
export const FIRST_LOGIN = "administrator";

/**
 * Sees to it that somebody can keep the accounts: the secret of a one-time link as long as no administrator has
 * chosen a password, else null.
 */
export const firstAdministrator = (ports: AccountPorts) => async (): Promise<string | null> => {
  const administrators = (await ports.accounts.list()).filter(
    ({ role, isActive }) => role === "administrator" && isActive,
  );
  if (administrators.some(({ hasPassword }) => hasPassword)) return null;
  const account =
    administrators[0] ??
    (await ports.accounts.insert(SERVICE, {
      login: FIRST_LOGIN,
      role: "administrator",
      buyer: null,
      cooperative: null,
      isDemo: false,
    }));
  return account === null ? null : issueLink(ports)(SERVICE, account.id);
};
