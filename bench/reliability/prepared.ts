import { randomBytes } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { composeService } from "../../src/compose.ts";
import { readConfig } from "../../src/config.ts";
import { type Role, SERVICE } from "../../src/domain/actor.ts";
import { projectRoot } from "../../src/paths.ts";
import type { DatabaseLocation } from "../../src/store/open-database.ts";
import type { Document } from "../../src/usecases/ports.ts";

/** Arrondissement of the territory whose officers the workloads play. */
export const BUYER = "12.066.03.05";

const unexpected = (error: unknown): never => {
  throw error;
};

/** How one account proves who it is: by a token to the API, by a cookie to the pages. */
export interface Prepared {
  readonly token: string;
  readonly cookie: string;
}

/** A new account of each role asked for, by role, in a database that this migrates. */
export const prepareDatabase = async <R extends Role>(
  database: DatabaseLocation,
  logKeyFile: string,
  ...roles: readonly R[]
): Promise<Readonly<Record<R, Prepared>>> => {
  const config = { ...readConfig({}), database, logKeyFile };
  const { service, close } = await composeService(config, { fault: unexpected, answered: () => undefined });
  const { addAccount, acceptInvitation, makeToken } = service.accounts;
  const prepared = new Map<string, Prepared>();
  for (const role of roles) {
    const buyer = role === "officer" || role === "approver" ? BUYER : null;
    const { account, secret: link } = await addAccount(SERVICE, {
      login: `${role}-reliability`,
      role,
      buyer,
    });
    const { secret: token } = await makeToken(SERVICE, account.id, "reliability", ["read", "write"]);
    const session = await acceptInvitation(link, randomBytes(16).toString("hex"));
    prepared.set(role, { token, cookie: `awlawiya=${session}` });
  }
  await close();
  return Object.fromEntries(prepared) as Record<R, Prepared>;
};

const folder = join(projectRoot, "fixtures/tenders");
const examples: readonly Document[] = readdirSync(folder)
  .toSorted()
  .map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as Document);

/** The demo's tenders in turn, each under a reference of its own, so that no two are the same. */
export const tenderNumber = (number: number): Document => ({
  ...examples[number % examples.length],
  reference: `${number}/2026/FICTIF`,
});
