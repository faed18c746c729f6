import { addDays } from "../../src/domain/local-date.ts";
import { mailSender } from "../../src/mail/send-mail.ts";
import { alertStore } from "../../src/store/alerts/alert-store.ts";
import { outbox } from "../../src/store/alerts/outbox.ts";
import { type DatabaseLocation, openDatabase } from "../../src/store/open-database.ts";
import { deliverMails, writeDigests } from "../../src/usecases/alerts/digests.ts";
import { callOf, writer } from "./alert-database.ts";

// A process of its own that writes and delivers alerts until nothing waits, to be killed at any moment. Each
// round is a day later, knows one call more, and finds the claims of those that were killed lapsed.

/** What the process is told. */
export interface Errand {
  readonly location: DatabaseLocation;
  readonly smtp: string;
  readonly round: number;
}

const LEASE_MS = 130_000;

const { location, smtp, round } = JSON.parse(process.argv[2] ?? "{}") as Errand;
const database = openDatabase(location);
const now = (): Date => new Date(Date.now() + round * LEASE_MS);
const quiet = (): void => undefined;
const digests = writeDigests({
  alerts: alertStore(database, now, "example.org"),
  today: () => addDays("2026-03-01", round),
  callsFor: async () => Array.from({ length: round + 1 }, (_, index) => callOf(index + 1)),
  writerFor: writer,
  log: quiet,
});
await digests();
await deliverMails(
  outbox(database, now),
  mailSender({ kind: "smtp", url: smtp }, "awlawiya@example.org"),
  quiet,
)();
await database.close();
