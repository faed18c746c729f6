import { composeAccounts } from "./compose-accounts.ts";
import type { Config } from "./config.ts";
import { SERVICE } from "./domain/actor.ts";
import { DomainError } from "./domain/errors.ts";
import type { Territory } from "./domain/territory.ts";
import { storedAssessment } from "./store/assessment-store.ts";
import { answersTo } from "./store/response-store.ts";
import { type Database, migrate, openDatabase } from "./store/open-database.ts";
import type { AccountService } from "./usecases/accounts/account-service.ts";
import { tenderStore } from "./store/tender-store.ts";
import { eachTender } from "./usecases/each-tender.ts";
import type { Answered, StoredTender } from "./usecases/ports.ts";

// What commands do with the database; loaded only by those that need it.

/** A database that is not there, or not ours, is a matter of configuration. */
const assertMigrated = async ({ read }: Database): Promise<void> => {
  try {
    await read.raw("select 1 from report_response limit 1");
  } catch {
    const expected = "a database that holds assessments (awlawiya migrate makes one)";
    throw new DomainError("CONFIGURATION_INVALID", { name: "DATABASE_URL", expected });
  }
};

/** Works with the database at its newest schema, and closes it. */
export const withDatabase = async <T>(
  config: Config,
  work: (database: Database) => Promise<T>,
): Promise<T> => {
  const database = openDatabase(config.database);
  try {
    await migrate(database);
    return await work(database);
  } finally {
    await database.close();
  }
};

/** Where the service is reached, as far as a command can know. */
const addressOf = ({ publicUrl, host, port }: Config): string => publicUrl ?? `http://${host}:${port}`;

/** Works with the accounts of the database; `linkOf` makes the address of a one-time link. */
export const withAccounts = (
  config: Config,
  territory: Territory,
  work: (accounts: AccountService, linkOf: (secret: string) => string) => Promise<void>,
): Promise<void> =>
  withDatabase(config, (database) =>
    work(
      composeAccounts(database, territory, () => new Date()),
      (secret) => `${addressOf(config)}/welcome/${secret}`,
    ),
  );

/** @throws DomainError ASSESSMENT_NOT_FOUND, CONFIGURATION_INVALID when the database holds none */
export const readAssessment = async ({ database: location }: Config, id: string): Promise<Answered> => {
  const database = openDatabase(location);
  try {
    await assertMigrated(database);
    const stored = await storedAssessment(database, id);
    if (stored === null) throw new DomainError("ASSESSMENT_NOT_FOUND", { id });
    return { ...stored, answers: await answersTo(database.read, id) };
  } finally {
    await database.close();
  }
};

/** Every tender of the database, whoever's it is. @throws DomainError CONFIGURATION_INVALID when it holds none */
export async function* storedTenders({ database: location }: Config): AsyncGenerator<StoredTender> {
  const database = openDatabase(location);
  try {
    await assertMigrated(database);
    yield* eachTender(
      tenderStore(database, () => new Date()),
      SERVICE,
    );
  } finally {
    await database.close();
  }
}

/** Brings the database to the newest schema; answers with the migrations that ran. */
export const migrateDatabase = async ({ database: location }: Config): Promise<readonly string[]> => {
  const database = openDatabase(location);
  try {
    return await migrate(database);
  } finally {
    await database.close();
  }
};
