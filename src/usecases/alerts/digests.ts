import { isDue, type Subscription } from "../../domain/alerts.ts";
import type { LocalDate } from "../../domain/local-date.ts";
import type { Call } from "../../domain/search/call.ts";
import type { AlertStore, Outbox, SendMail, WriteDigest } from "./ports.ts";

/** What digests need. */
export interface DigestPorts {
  readonly alerts: AlertStore;
  readonly today: () => LocalDate;
  /** All the open calls that the alert is about, best first. */
  readonly callsFor: (subscription: Subscription) => Promise<readonly Call[]>;
  readonly writerFor: (subscription: Subscription) => WriteDigest;
  readonly log: (error: unknown) => void;
}

const BATCH = 200;

const tellOne = async (
  { alerts, callsFor, writerFor }: DigestPorts,
  subscription: Subscription,
  day: LocalDate,
): Promise<number> => {
  const told = await alerts.told(subscription);
  const fresh = (await callsFor(subscription)).filter(({ id }) => !told.has(id));
  return alerts.tell(subscription, fresh, day, writerFor(subscription));
};

/**
 * Writes the digests that are due; answers how many calls were told. An alert whose search no longer reads is
 * logged and left for the next day: it holds up no other.
 */
export const writeDigests = (ports: DigestPorts) => async (): Promise<number> => {
  const day = ports.today();
  let told = 0;
  let last = "";
  for (;;) {
    const batch = await ports.alerts.verified(last, BATCH);
    for (const subscription of batch.filter((each) => isDue(each, day)))
      try {
        told += await tellOne(ports, subscription, day);
      } catch (error) {
        ports.log(error);
      }
    last = batch.at(-1)?.id ?? last;
    if (batch.length < BATCH) return told;
  }
};

/** Sends what is due, one mail after the other; answers how many were sent. A failure waits for its next try. */
export const deliverMails =
  (outbox: Outbox, send: SendMail, log: (error: unknown) => void) => async (): Promise<number> => {
    let sent = 0;
    for (;;) {
      const claimed = await outbox.claim();
      if (claimed === null) return sent;
      try {
        await send(claimed.mail);
        await outbox.sent(claimed);
        sent += 1;
      } catch (error) {
        // The address stays out of the log: servers repeat it in their refusals.
        log(new Error(`mail ${claimed.number} was not sent, try ${claimed.attempts}: ${codeOf(error)}`));
        await outbox.failed(claimed);
      }
    }
  };

const codeOf = (error: unknown): string =>
  typeof error === "object" && error !== null && "code" in error ? String(error.code) : "no code";
