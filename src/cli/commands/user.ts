import { type Role, SERVICE } from "../../domain/actor.ts";
import { DomainError } from "../../domain/errors.ts";
import type { CliApp, Terminal } from "../cli-app.ts";
import { EXIT } from "../exit-code.ts";

export interface AccountOptions {
  readonly role: Role;
  readonly buyer?: string;
}

const PLACES_SHOWN = 10;

/** What was wrong, and what was expected. */
const EXPLAINED: Readonly<Record<string, string>> = {
  LOGIN_INVALID: "this name will not do; expected an e-mail address, or Latin letters, digits and . _ + -",
  LOGIN_TAKEN: "another account has this name; `user link` gives it a new link",
  BUYER_REQUIRED: "this role belongs to a buyer; expected --buyer CODE",
  BUYER_UNEXPECTED: "this role belongs to no buyer; expected no --buyer",
  BUYER_UNKNOWN: "no buyer has this code or name; expected a code of territory/places.json",
  ACCOUNT_NOT_FOUND: "there is no such account",
};

/** Runs a command; an error that we know is told in plain words. */
const told = async (terminal: Terminal, work: () => Promise<void>): Promise<number> => {
  try {
    await work();
    return EXIT.nothing;
  } catch (error) {
    const explained = error instanceof DomainError ? EXPLAINED[error.code] : undefined;
    if (explained === undefined) throw error;
    terminal.err(`error: ${explained}`);
    return EXIT.badInput;
  }
};

/** The code of a buyer given by its code, or by a name that one place has. */
const codeOf = (text: string, app: CliApp, terminal: Terminal): string => {
  const territory = app.territory();
  if (territory.find(text) !== null) return text;
  const places = territory.search(text, PLACES_SHOWN);
  const [first, ...others] = places;
  if (first !== undefined && others.length === 0) return first.code;
  for (const { code, kind, name } of places) terminal.err(`${code}  ${name.fr ?? ""} (${kind})`);
  return text;
};

/** Adds an account and prints its one-time link. */
export const addUser = (
  login: string,
  { role, buyer }: AccountOptions,
  app: CliApp,
  terminal: Terminal,
): Promise<number> =>
  told(terminal, () =>
    app.withAccounts(async ({ addAccount }, linkOf) => {
      const code = buyer === undefined ? null : codeOf(buyer, app, terminal);
      const { secret } = await addAccount(SERVICE, { login, role, buyer: code });
      terminal.out(linkOf(secret));
    }),
  );

/** Prints a new one-time link for an account. */
export const issueUserLink = (login: string, app: CliApp, terminal: Terminal): Promise<number> =>
  told(terminal, () =>
    app.withAccounts(async ({ listAccounts, issueLink }, linkOf) => {
      const name = login.trim().toLowerCase();
      const account = (await listAccounts()).find((each) => each.login === name && !each.isDemo);
      if (account === undefined) throw new DomainError("ACCOUNT_NOT_FOUND", { login: name });
      terminal.out(linkOf(await issueLink(SERVICE, account.id)));
    }),
  );
