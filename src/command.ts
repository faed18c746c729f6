import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CliApp, Terminal } from "./cli/cli-app.ts";
import { runCli } from "./cli/main.ts";
import { composeChecks } from "./compose-checks.ts";
import { type Config, readConfig } from "./config.ts";
import type { Rulebook } from "./domain/rulebook.ts";
import type { Language } from "./domain/tender.ts";
import type { Territory } from "./domain/territory.ts";
import { toMoment } from "./intake/moment.ts";
import { projectRoot } from "./paths.ts";
import type { ReportPool } from "./report/report-pool.ts";
import { loadRulebook } from "./rulebook/load-rulebook.ts";
import { sayError } from "./say-error.ts";
import { loadTerritory } from "./territory/load-territory.ts";
import type { StoredTender } from "./usecases/ports.ts";

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
  bytes: async (bytes) => {
    if (!process.stdout.write(bytes)) await once(process.stdout, "drain");
  },
  err: (text) => process.stderr.write(`${text}\n`),
  progress: process.stderr.isTTY ? (text) => process.stderr.write(text) : null,
  isColour: process.stdout.isTTY && process.env["NO_COLOR"] === undefined,
  width: Math.min(process.stdout.columns ?? WIDEST, WIDEST),
  language: languageOf(process.env),
  today: toMoment(new Date().toISOString()).day,
};

let pool: ReportPool | undefined;

const renderer = async (
  rulebook: Rulebook,
  config: Config,
  letterheadFolder = config.letterheadFolder,
): Promise<ReportPool> => {
  const { composeReports } = await import("./compose-reports.ts");
  const { archiveOf, rulebookIn } = await import("./compose-verify.ts");
  // The report that is asked for is itself the trial of its letterhead.
  pool ??= composeReports(
    { ...config, letterheadFolder },
    rulebookIn(archiveOf(rulebook, config.rulebookDirectory)),
    () => new Date(),
    () => [],
  );
  return pool;
};

// What most commands do not need is loaded by those that do.
const withDatabase = () => import("./command-database.ts");

async function* storedTenders(config: Config): AsyncGenerator<StoredTender> {
  const { storedTenders: read } = await withDatabase();
  yield* read(config);
}

const operations = async (config: Config) => {
  const { operationsOf } = await import("./operations/operations.ts");
  return operationsOf(
    { ...config, dataFolder: join(projectRoot, "data") },
    () => loadRulebook(config.rulebookDirectory),
    (url) => readConfig({ DATABASE_URL: url }).database,
  );
};

const productVersion = (): string => {
  const { version } = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8")) as {
    readonly version: string;
  };
  return version;
};

/** Built at the first use: help and bad usage need no rulebook. */
const app = (): CliApp => {
  const config = readConfig(process.env);
  const checks = composeChecks(config);
  let places: Territory | undefined;
  const territory = (): Territory => {
    places ??= loadTerritory(projectRoot);
    return places;
  };
  return {
    ...checks,
    storedTenders: () => storedTenders(config),
    territory,
    withAccounts: async (work) => (await withDatabase()).withAccounts(config, territory(), work),
    report: async (request, letterhead) =>
      (await renderer(checks.rulebook, config, letterhead ?? undefined)).pdf(request),
    pack: async (order, letterhead) => {
      const { makePackAlone } = await import("./compose-pack.ts");
      return makePackAlone({ ...config, letterheadFolder: letterhead ?? config.letterheadFolder }, order);
    },
    findAssessment: async (id) => (await withDatabase()).readAssessment(config, id),
    operations: () => operations(config),
    verify: async (file, key, log) => {
      const { verifyOffline } = await import("./compose-verify.ts");
      return verifyOffline(config, checks.rulebook)(file, key, log);
    },
    ledger: async () => {
      const { composeLedgerCli } = await import("./compose-ledger-cli.ts");
      return composeLedgerCli(config, checks.rulebook);
    },
    imports: async () => {
      const { composeLocalImports } = await import("./compose-jobs.ts");
      return composeLocalImports(config.database);
    },
    migrate: async () => (await withDatabase()).migrateDatabase(config),
    serve: async (isDemo) => (await import("./serve.ts")).serve(config, isDemo),
  };
};

/** As a shell tells that a program ended because nobody read it any more. */
const UNREAD = 141;

// `awlawiya … | head`: whoever reads has enough.
for (const stream of [process.stdout, process.stderr])
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit(UNREAD);
  });

try {
  process.exitCode = await runCli(process.argv.slice(2), app, terminal, productVersion());
} catch (error) {
  sayError(error);
  // What a start had opened before it failed would keep the process alive.
  process.exit(2);
} finally {
  await pool?.close();
}
