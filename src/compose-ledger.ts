import { composeVerifier } from "./compose-verify.ts";
import type { Config } from "./config.ts";
import type { Assessment } from "./domain/assessment.ts";
import { DomainError } from "./domain/errors.ts";
import type { Rulebook } from "./domain/rulebook.ts";
import { readVerifier } from "./ledger/keys.ts";
import type { RulebookArchive } from "./rulebook/rulebook-archive.ts";
import { ledgerStore } from "./store/ledger-store.ts";
import type { Database } from "./store/open-database.ts";
import { keepRulebook } from "./store/log-rulebook.ts";
import type { Log, LogSettings } from "./store/open-log.ts";
import { reportStore } from "./store/report-store.ts";
import { issueReport } from "./usecases/issue-report.ts";
import type { LedgerService } from "./usecases/ledger-service.ts";
import type { ReportRenderer } from "./usecases/ports.ts";
import { ENGINE } from "./report/report-payload.ts";

/** A log is called by the address where it can be read. */
export const logSettings = ({ logKeyFile, publicUrl }: Config): LogSettings => ({
  keyFile: logKeyFile,
  name: publicUrl === null ? null : `${publicUrl.replace(/^https?:\/\//, "")}/log`,
});

/**
 * The rulebook under which an assessment was made.
 * @throws DomainError RULEBOOK_NOT_FOUND when it is neither in use nor released here
 */
export const rulebookIn =
  (archive: RulebookArchive) =>
  ({ rulebook: name }: Pick<Assessment, "rulebook">): Rulebook => {
    const rulebook = archive.find(name);
    if (rulebook === null) throw new DomainError("RULEBOOK_NOT_FOUND", { version: name.version });
    return rulebook;
  };

/** Logs the rulebook in use, with the hash of each of its files, when it is another than before. */
export const logRulebook = (database: Database, log: Log, rulebook: Rulebook): Promise<void> =>
  keepRulebook(database, log.append, { rulebook, engine: `${ENGINE.name} ${ENGINE.version}` });

/** The use-cases of the log over a database. */
export const composeLedger = (
  database: Database,
  log: Log,
  archive: RulebookArchive,
  renderer: ReportRenderer,
  now: () => Date,
): LedgerService => {
  const ledger = ledgerStore(database);
  const reports = reportStore(database, now, log.append);
  return {
    issueReport: issueReport(reports, renderer),
    findReport: reports.find,
    reportFile: reports.file,
    verify: async (file) => {
      const keys = (await ledger.keys()).map(readVerifier).filter((key) => key !== null);
      return composeVerifier(archive, keys)(file);
    },
    keys: ledger.keys,
  };
};
