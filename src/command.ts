import { once } from "node:events";
import { join } from "node:path";
import type { CliApp, Terminal } from "./cli/cli-app.ts";
import { runCli } from "./cli/main.ts";
import { composeAccounts } from "./compose-accounts.ts";
import { composeChecks } from "./compose.ts";
import { type Config, readConfig } from "./config.ts";
import { DomainError } from "./domain/errors.ts";
import type { Language } from "./domain/tender.ts";
import { operationsOf } from "./operations/operations.ts";
import { projectRoot } from "./paths.ts";
import { reportPool } from "./report/report-pool.ts";
import { loadRulebook } from "./rulebook/load-rulebook.ts";
import { sayError } from "./say-error.ts";
import { serve } from "./serve.ts";
import { storedAssessment } from "./store/assessment-store.ts";
import { type Database, migrate, openDatabase } from "./store/open-database.ts";
import { loadTerritory } from "./territory/load-territory.ts";

const WIDEST = 100;

/** The language of the user's environment, when it is one of ours; else French. An empty variable says nothing. */
const languageOf = ({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Language => {
  const said = (LC_ALL || LC_MESSAGES || LANG || "").slice(0, 2);
  return said === "ar" || said === "en" ? said : "fr";
};

const terminal: Terminal = {
  out: (text) => process.stdout.write(`${text}\n`),
  line: async (text) => {
    if (!process.stdout.write(`${text}\n`)) await once(process.stdout, "drain");
  },
  err: (text) => process.stderr.write(`${text}\n`),
  isColour: process.stdout.isTTY && process.env["NO_COLOR"] === undefined,
  width: Math.min(process.stdout.columns ?? WIDEST, WIDEST),
  language: languageOf(process.env),
  today: new Date().toISOString().slice(0, 10),
};

/** A database that is not there, or not ours, is a matter of configuration. */
const assertMigrated = async ({ read }: Database): Promise<void> => {
  try {
    await read.raw("select 1 from assessment limit 1");
  } catch {
    const expected = "a database that holds assessments (awlawiya migrate makes one)";
    throw new DomainError("CONFIGURATION_INVALID", { name: "DATABASE_URL", expected });
  }
};

type Pool = ReturnType<typeof reportPool>;
let pool: Pool | undefined;

/** Works with the database at its newest schema, and closes it. */
const withDatabase = async <T>(config: Config, work: (database: Database) => Promise<T>): Promise<T> => {
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

/** Built at the first use: help and bad usage need no rulebook. */
const app = (): CliApp => {
  const config = readConfig(process.env);
  const checks = composeChecks(config);
  const territory = loadTerritory(projectRoot);
  const renderer = (): Pool => {
    pool ??= reportPool(checks.rulebook, config.publicUrl);
    return pool;
  };
  return {
    ...checks,
    territory,
    withAccounts: (work) =>
      withDatabase(config, (database) =>
        work(
          composeAccounts(database, territory, () => new Date()),
          (secret) => `${addressOf(config)}/welcome/${secret}`,
        ),
      ),
    report: (request) => renderer().pdf(request),
    findAssessment: async (id) => {
      const database = openDatabase(config.database);
      try {
        await assertMigrated(database);
        const stored = await storedAssessment(database, id);
        if (stored === null) throw new DomainError("ASSESSMENT_NOT_FOUND", { id });
        return stored;
      } finally {
        await database.close();
      }
    },
    operations: operationsOf(
      { ...config, dataFolder: join(projectRoot, "data") },
      () => loadRulebook(config.rulebookDirectory),
      (url) => readConfig({ DATABASE_URL: url }).database,
    ),
    migrate: async () => {
      const database = openDatabase(config.database);
      try {
        return await migrate(database);
      } finally {
        await database.close();
      }
    },
    serve: () => serve(config, false),
  };
};

try {
  process.exitCode = await runCli(process.argv.slice(2), app, terminal);
} catch (error) {
  sayError(error);
  process.exitCode = 2;
} finally {
  await pool?.close();
}
