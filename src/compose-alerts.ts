import { hostname } from "node:os";
import type { Config } from "./config.ts";
import type { Subscription } from "./domain/alerts.ts";
import { SERVICE } from "./domain/actor.ts";
import type { Call } from "./domain/search/call.ts";
import { searchIn } from "./http/calls/search-query.ts";
import { confirmationMail, digestWriter, type Stationery } from "./http/mails/alert-mails.ts";
import { asQuery } from "./http/pages/alerts/alert-pages.ts";
import { mailSender } from "./mail/send-mail.ts";
import { alertStore } from "./store/alerts/alert-store.ts";
import { outbox } from "./store/alerts/outbox.ts";
import type { Database } from "./store/open-database.ts";
import { alertService } from "./usecases/alerts/alert-service.ts";
import { deliverMails, writeDigests } from "./usecases/alerts/digests.ts";
import { everyCall } from "./usecases/calls/every-call.ts";
import type { SearchCalls } from "./usecases/calls/search-calls.ts";
import type { CooperativeService } from "./usecases/cooperatives/cooperative-service.ts";

/** What alerts share with the rest of the service. */
export interface AlertParts extends Omit<Stationery, "origin"> {
  readonly config: Pick<Config, "publicUrl" | "host" | "port" | "mail" | "mailFrom">;
  readonly database: Database;
  readonly searchCalls: SearchCalls;
  readonly cooperatives: CooperativeService;
  readonly now: () => Date;
  /** The calendar day in Morocco. */
  readonly dayOf: (at: Date) => string;
  readonly log: (error: unknown) => void;
}

/** Open calls of one alert; far more than are ever open. */
const MOST_CALLS = 50_000;
/** A digest comes in the morning, not at midnight. */
const FIRST_HOUR = 7;
const HOUR_MS = 3_600_000;

/** All the open calls that an alert is about. */
const callsFor =
  ({ searchCalls, cooperatives, territory }: AlertParts) =>
  async ({ query, cooperativeId }: Subscription): Promise<readonly Call[]> => {
    if (query === null)
      return cooperativeId === null ? [] : cooperatives.suitableCalls(SERVICE, cooperativeId);
    const search = searchIn(asQuery(new URLSearchParams(query)), territory);
    const calls: Call[] = [];
    const asked = { ...search, scope: "open", after: null } as const;
    for await (const page of everyCall(searchCalls, asked, MOST_CALLS, true)) calls.push(...page);
    return calls;
  };

/** Alerts over a database that is migrated: ask, write digests, deliver. */
export const composeAlerts = (parts: AlertParts) => {
  const { config, database, now, dayOf, log } = parts;
  const origin = config.publicUrl ?? `http://${config.host}:${config.port}`;
  const host = config.publicUrl === null ? hostname() : new URL(config.publicUrl).hostname;
  const stationery = { ...parts, origin };
  const alerts = alertStore(database, now, host);
  const digests = writeDigests({
    alerts,
    today: () => dayOf(new Date(now().getTime() - FIRST_HOUR * HOUR_MS)),
    callsFor: callsFor(parts),
    writerFor: digestWriter(stationery),
    log,
  });
  const deliver = deliverMails(outbox(database, now), mailSender(config.mail, config.mailFrom), log);
  return {
    alerts: alertService(alerts, confirmationMail(stationery), now),
    /** Writes the digests that are due and sends what waits; answers how many mails went. */
    runAlerts: async (): Promise<number> => {
      await digests();
      return deliver();
    },
  };
};
