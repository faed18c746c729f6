import { composeVerifier } from "./compose-verify.ts";
import type { Config } from "./config.ts";
import type { Rulebook } from "./domain/rulebook.ts";
import { sha256 } from "./ledger/digest.ts";
import { canonicalSha256 } from "./ledger/leaf.ts";
import { readVerifier, type Verifier } from "./ledger/keys.ts";
import type { RulebookArchive } from "./rulebook/rulebook-archive.ts";
import { logPublisher } from "./store/log-publisher.ts";
import { ledgerStore } from "./store/ledger-store.ts";
import type { Database } from "./store/open-database.ts";
import { keepRulebook } from "./store/log-rulebook.ts";
import type { Log, LogSettings } from "./store/open-log.ts";
import { decisionStore } from "./store/decision-store.ts";
import { responseStore } from "./store/response-store.ts";
import { registerStore } from "./store/register-store.ts";
import { reportStore } from "./store/report-store.ts";
import { reportArchive } from "./usecases/report-archive.ts";
import { sampleReports } from "./usecases/sample-reports.ts";
import { decide, demandApproval } from "./usecases/decisions.ts";
import { issueReport } from "./usecases/issue-report.ts";
import type { LedgerService } from "./usecases/ledger-service.ts";
import type { ReportRenderer } from "./usecases/ports.ts";
import { ENGINE } from "./report/report-payload.ts";

/** A log is called by the address where it can be read. */
export const logSettings = ({ logKeyFile, publicUrl }: Config): LogSettings => ({
  keyFile: logKeyFile,
  name: publicUrl === null ? null : `${publicUrl.replace(/^https?:\/\//, "")}/log`,
});

/** Logs the rulebook in use, with the hash of each of its files, when it is another than before. */
export const logRulebook = (database: Database, log: Log, rulebook: Rulebook): Promise<void> =>
  keepRulebook(database, log.append, { rulebook, engine: `${ENGINE.name} ${ENGINE.version}` });

/** The use-cases of the log over a database. */
export const composeLedger = (
  database: Database,
  { append }: Log,
  rulebooks: RulebookArchive,
  renderer: ReportRenderer,
  witnesses: readonly Verifier[],
  now: () => Date,
): LedgerService => {
  const ledger = ledgerStore(database);
  const reports = reportStore(database, now, append);
  const log = logPublisher(database, witnesses, now);
  const decisions = decisionStore(database, now, append);
  const responses = responseStore(database, now, append);
  const register = registerStore(database);
  const sample = sampleReports(canonicalSha256);
  const archive = reportArchive({ reports, log, sha256: (bytes) => sha256(bytes).toString("hex") });
  return {
    issueReport: issueReport({
      reports,
      renderer,
      demandApproval: demandApproval(decisions),
      answersTo: responses.toAssessment,
    }),
    decisions: decisions.history,
    decide: decide(decisions),
    pendingDecisions: decisions.pending,
    askFourEyes: decisions.ask,
    responses: responses.list,
    answersTo: responses.toAssessment,
    respond: responses.add,
    addBuyerKey: responses.addKey,
    findReport: reports.find,
    register,
    sample: (actor, filter, order) => sample(register.all(actor, filter), order),
    archive: (actor, filter) => archive(register.all(actor, filter)),
    fileWithin: async (actor, id, variant) =>
      (await register.has(actor, id)) ? reports.file(id, variant) : null,
    verify: async (file) => {
      const keys = (await ledger.keys()).map(readVerifier).filter((key) => key !== null);
      return composeVerifier(rulebooks, keys)(file);
    },
    log,
  };
};
