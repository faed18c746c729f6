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

/** A token of a new account of each role asked for, by role, in a database that this migrates. */
export const prepareDatabase = async <R extends Role>(
  database: DatabaseLocation,
  logKeyFile: string,
  ...roles: readonly R[]
): Promise<Readonly<Record<R, string>>> => {
  const config = { ...readConfig({}), database, logKeyFile };
  const { service, close } = await composeService(config, { fault: unexpected, answered: () => undefined });
  const { addAccount, makeToken } = service.accounts;
  const tokens = new Map<string, string>();
  for (const role of roles) {
    const buyer = role === "officer" || role === "approver" ? BUYER : null;
    const { account } = await addAccount(SERVICE, { login: `${role}-reliability`, role, buyer });
    const { secret } = await makeToken(SERVICE, account.id, "reliability", ["read", "write"]);
    tokens.set(role, secret);
  }
  await close();
  return Object.fromEntries(tokens) as Record<R, string>;
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
