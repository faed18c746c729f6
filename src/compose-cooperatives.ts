import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type AlertParts, composeAlerts } from "./compose-alerts.ts";
import type { DemoMarket } from "./compose-demo.ts";
import { projectCalls, readerOfCalls } from "./domain/search/call-of.ts";
import { compileVocabulary, type VocabularyFile } from "./domain/search/vocabulary.ts";
import type { Tender } from "./domain/tender.ts";
import type { Territory } from "./domain/territory.ts";
import { momentOf } from "./intake/moment.ts";
import { acceptCooperative } from "./intake/read-cooperative.ts";
import { projectRoot } from "./paths.ts";
import { archiveSearch } from "./store/calls/archive-search.ts";
import { callStore } from "./store/calls/call-store.ts";
import { profileStore } from "./store/cooperatives/profile-store.ts";
import type { Database, DatabaseLocation } from "./store/open-database.ts";
import { openCalls } from "./usecases/calls/open-calls.ts";
import { projectPending } from "./usecases/calls/project-pending.ts";
import { searchCalls } from "./usecases/calls/search-calls.ts";
import type { CheckTender } from "./usecases/check-tender.ts";
import type { ConfirmedLaw } from "./usecases/confirm.ts";
import { cooperativeService } from "./usecases/cooperatives/cooperative-service.ts";
import type { Document, TenderStore } from "./usecases/ports.ts";

/** What the search and the space of cooperatives share with the rest of the service. */
export interface CooperativeParts {
  readonly config: AlertParts["config"] & { readonly database: DatabaseLocation };
  readonly database: Database;
  readonly territory: Territory;
  readonly words: AlertParts["words"];
  readonly law: ConfirmedLaw;
  readonly tenders: TenderStore;
  readonly understand: (document: Document) => Tender;
  readonly check: CheckTender;
  readonly now: () => Date;
  readonly log: (error: unknown) => void;
}

/** How often waiting tenders are read for the search when nobody searches, and how many at once. */
const PROJECT_EVERY_MS = 1000;
/** In one transaction, in which requests wait: about ten milliseconds. */
const PROJECT_AT_ONCE = 25;
const ALERTS_EVERY_MS = 15_000;

const readJson = (path: string): unknown => JSON.parse(readFileSync(join(projectRoot, path), "utf8"));

const MOROCCO = new Intl.DateTimeFormat("en-CA", { timeZone: "Africa/Casablanca" });
/** The calendar day in Morocco. */
const dayOf = (at: Date): string => MOROCCO.format(at);

const documentsIn = (folder: string): readonly Document[] =>
  readdirSync(join(projectRoot, folder))
    .toSorted()
    .map((name) => readJson(`${folder}/${name}`) as Document);

/** The invented calls and cooperatives of the demo. */
export const demoMarket = (at: Date): DemoMarket => ({
  calls: documentsIn("fixtures/calls"),
  cooperatives: documentsIn("fixtures/cooperatives"),
  years: [readJson("fixtures/programmes/ain-sahel-2026.json") as Document],
  today: dayOf(at),
});

/** Runs a task again and again, one run at a time, until it is stopped. */
const repeat = (task: () => Promise<boolean>, everyMs: number, log: (error: unknown) => void) => {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const run = async (): Promise<void> => {
    const isMore = await task().catch((error: unknown) => {
      log(error);
      return false;
    });
    if (!isStopped) timer = setTimeout(start, isMore ? 0 : everyMs).unref();
  };
  const start = (): void => {
    running = run();
  };
  timer = setTimeout(start, everyMs).unref();
  return async (): Promise<void> => {
    isStopped = true;
    clearTimeout(timer);
    await running;
  };
};

const understandProfile = (document: Document) => {
  // A place that the list no longer holds is kept as it was told.
  const read = acceptCooperative(document, () => true);
  if (!read.ok) throw new Error(`a stored profile is no longer valid: ${JSON.stringify(read.errors)}`);
  return read.profile;
};

/** The search of calls and the space of cooperatives, over a database that is migrated; close it when done. */
export const composeCooperatives = (parts: CooperativeParts) => {
  const { config, database, territory, law, now, log } = parts;
  const file = readJson("vocabulary/search.json") as VocabularyFile;
  const vocabulary = compileVocabulary(file);
  const calls = callStore(database);
  const rulebook = law.current();
  const project = projectPending(calls, parts.understand, projectCalls(rulebook, territory, vocabulary), log);
  const archive = archiveSearch({ location: config.database, vocabulary: file });
  const search = searchCalls(calls, { open: openCalls(calls, vocabulary), all: archive }, project, now);
  const stop = repeat(() => project(PROJECT_AT_ONCE), PROJECT_EVERY_MS, log);
  const cooperatives = cooperativeService({
    ...parts,
    calls,
    project,
    search,
    asCall: readerOfCalls(rulebook, territory),
    profiles: profileStore(database, now),
    understandProfile,
    law: law.current,
    calendar: rulebook.calendar,
    moment: momentOf(now),
  });
  const { alerts, runAlerts } = composeAlerts({ ...parts, searchCalls: search, cooperatives, dayOf });
  const stopAlerts = repeat(async () => (await runAlerts()) > 0, ALERTS_EVERY_MS, log);
  return {
    vocabulary,
    searchCalls: search,
    findCall: calls.find,
    cooperatives,
    alerts,
    runAlerts,
    close: async (): Promise<void> => {
      await stopAlerts();
      await stop();
      await archive.close();
    },
  };
};
