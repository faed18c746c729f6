import { join } from "node:path";
import { canonicalHash as hash } from "./canonical-hash.ts";
import { pageWords } from "./compose-checks.ts";
import { composeAccounts } from "./compose-accounts.ts";
import { composeCooperatives, demoMarket } from "./compose-cooperatives.ts";
import { loadDemo } from "./compose-demo.ts";
import { composeImports } from "./compose-jobs.ts";
import { composeLedger, logRulebook, logSettings } from "./compose-ledger.ts";
import { packMaker } from "./compose-packs.ts";
import { composeYears } from "./compose-years.ts";
import { composeReports } from "./compose-reports.ts";
import { archiveOf, rulebookIn } from "./compose-verify.ts";
import type { Config } from "./config.ts";
import { examples, trialReports } from "./demo-tenders.ts";
import { loadRulebook } from "./rulebook/load-rulebook.ts";
import type { Rulebook } from "./domain/rulebook.ts";
import { createApp } from "./http/app.ts";
import type { Service } from "./http/service.ts";
import { momentOf } from "./intake/moment.ts";
import type { Watch } from "./http/observe.ts";
import { acceptTender } from "./intake/read-tender.ts";
import { createMetrics, type Metrics } from "./operations/metrics.ts";
import { projectRoot } from "./paths.ts";
import { loadTerritory } from "./territory/load-territory.ts";
import { assessmentStore } from "./store/assessment-store.ts";
import { confirmationStore } from "./store/confirmation-store.ts";
import { type Log, openLog } from "./store/open-log.ts";
import { type Database, migrate, openDatabase } from "./store/open-database.ts";
import { storageFault } from "./store/storage-fault.ts";
import { tenderStore } from "./store/tender-store.ts";
import { uploadReader } from "./uploads/upload-reader.ts";
import { assessTender, findAssessment } from "./usecases/assess-tender.ts";
import { checkTender } from "./usecases/check-tender.ts";
import { type ConfirmedLaw, confirmedLaw } from "./usecases/confirm.ts";
import type { IdentityProvider } from "./usecases/accounts/identity-provider.ts";
import type { NamesBuyer } from "./usecases/own-buyer.ts";
import type { Document, ReportRenderer } from "./usecases/ports.ts";
import { findTender, listTenders } from "./usecases/read-tender.ts";
import { replaceTender } from "./usecases/replace-tender.ts";
import { storeTender, storeTenderOnce } from "./usecases/store-tender.ts";

/** Requests a minute from one address: enough for an office behind one router. */
const CHECKS_PER_MINUTE = 120;
const SEARCHES_PER_MINUTE = 600;

/** Requests at work at once: more would only wait for each other on one thread. */
const MOST_AT_WORK = 256;

/** A stored document was valid when it was stored; a format that grew since would say so here. */
const understand = (document: Document) => {
  const read = acceptTender(document);
  if (!read.ok) throw new Error(`a stored document is no longer valid: ${JSON.stringify(read.errors)}`);
  return read.tender;
};

const now = (): Date => new Date();

const isReady = async ({ read }: Database): Promise<boolean> => {
  try {
    await read.raw("select 1 from tender limit 1");
    return true;
  } catch {
    return false;
  }
};

const serviceOf = (
  config: Config,
  law: ConfirmedLaw,
  rulebook: Rulebook,
  database: Database,
  log: Log,
  reports: ReportRenderer,
  isDemo: boolean,
  watch: Pick<Watch, "fault">,
  metrics: Metrics,
  provider: IdentityProvider | null,
) => {
  const tenders = tenderStore(database, now);
  const territory = loadTerritory(projectRoot);
  const names: NamesBuyer = (code, buyer) => code === buyer || territory.find(code)?.code === buyer;
  const assessments = assessmentStore(database, now, log.append);
  const check = checkTender(law.current, hash);
  const { close, runAlerts, ...cooperatives } = composeCooperatives({
    config,
    database,
    territory,
    words: pageWords,
    law,
    tenders,
    understand,
    check,
    now,
    log: watch.fault,
  });
  const packs = packMaker(config, rulebook, database);
  const importing = composeImports(config.database, database, now, watch.fault);
  const service: Omit<Service, "ledger"> = {
    rulebook,
    law,
    check,
    ...cooperatives,
    accounts: composeAccounts(database, territory, now, provider),
    years: composeYears(database, understand, now),
    makePack: packs.makePack,
    storeTender: storeTender(tenders, hash, names),
    storeTenderOnce: storeTenderOnce(tenders, hash, names),
    newestTenders: tenders.newest,
    understand,
    moment: momentOf(now),
    today: () => momentOf(now)().day,
    replaceTender: replaceTender(tenders, hash, names),
    findTender: findTender(tenders),
    listTenders: listTenders(tenders),
    assessTender: assessTender(tenders, assessments, check, understand),
    findAssessment: findAssessment(assessments),
    imports: importing.imports,
    uploads: uploadReader(),
    reports,
    metrics,
    mostAtWork: MOST_AT_WORK,
    isReady: () => isReady(database),
    examples: examples(),
    words: pageWords,
    checksPerMinute: CHECKS_PER_MINUTE,
    searchesPerMinute: SEARCHES_PER_MINUTE,
    publicUrl: config.publicUrl,
    isDemo,
  };
  return {
    service,
    runAlerts,
    close: async () => {
      await importing.close();
      await packs.close();
      await close();
    },
  };
};

/** Its library is read only where a provider is set. */
const providerOf = async (
  { oidc }: Config,
  log: (error: unknown) => void,
): Promise<IdentityProvider | null> =>
  oidc === null ? null : (await import("./oidc/openid-provider.ts")).openidProvider(oidc, log);

/** The whole service over a database that is migrated here; close it when done. `isDemo`: it may show the demo. */
export const composeService = async (
  config: Config,
  watch: Pick<Watch, "fault" | "answered">,
  isDemo = false,
) => {
  const metrics = createMetrics();
  const rulebook = loadRulebook(config.rulebookDirectory);
  const database = openDatabase(config.database);
  await migrate(database);
  const officialLog = await openLog(database, logSettings(config), now);
  const archive = archiveOf(rulebook, config.rulebookDirectory);
  const pool = composeReports(config, rulebookIn(archive), now, () => trialReports(rulebook, understand));
  const law = await confirmedLaw(rulebook, confirmationStore(database, now, officialLog.append));
  await logRulebook(database, officialLog, rulebook);
  const provider = await providerOf(config, watch.fault);
  const {
    service: others,
    runAlerts,
    close,
  } = serviceOf(config, law, rulebook, database, officialLog, pool, isDemo, watch, metrics, provider);
  const service = {
    ...others,
    ledger: composeLedger(database, officialLog, archive, pool, config.witnesses, now),
  };
  const assets = {
    folder: join(projectRoot, "public"),
    fonts: join(projectRoot, "node_modules/@fontsource/ibm-plex-sans-arabic/files"),
  };
  return {
    service,
    runAlerts,
    app: createApp(service, assets, {
      fault: watch.fault,
      storageFault,
      answered: (answered) => {
        metrics.finished(answered);
        watch.answered(answered);
      },
    }),
    loadDemo: async () => loadDemo(service, await tenderStore(database, now).isEmpty(), demoMarket(now())),
    close: async (): Promise<void> => {
      await close();
      await pool.close();
      await database.close();
    },
  };
};
