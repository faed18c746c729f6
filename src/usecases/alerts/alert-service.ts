import { acceptEmail, type Rhythm, type Subscription } from "../../domain/alerts.ts";
import { DomainError } from "../../domain/errors.ts";
import type { Language } from "../../domain/tender.ts";
import type { AlertStore, Mail } from "./ports.ts";

/** What a person asks for. */
export interface AlertRequest {
  readonly email: string;
  readonly query: string | null;
  readonly cooperativeId: string | null;
  readonly language: Language;
  readonly rhythm: Rhythm;
}

/** An address gets so many mails to confirm a day at most, whoever asks for them. */
const MOST_A_DAY = 5;
const DAY_MS = 86_400_000;
/** A link to confirm works so long. */
const DAYS_TO_CONFIRM = 7;

/** Everything that is done with alerts, over the given ports. */
export const alertService = (
  alerts: AlertStore,
  writeConfirmation: (subscription: Subscription, messageId: string) => Mail,
  now: () => Date,
) => ({
  /**
   * Keeps an alert that waits for its address to be confirmed.
   * @throws DomainError EMAIL_INVALID, or TOO_MANY_ALERTS for one address
   */
  ask: async (request: AlertRequest): Promise<void> => {
    const email = acceptEmail(request.email);
    if (email === null) throw new DomainError("EMAIL_INVALID");
    const since = new Date(now().getTime() - DAY_MS);
    if ((await alerts.countRecent(email, since)) >= MOST_A_DAY) throw new DomainError("TOO_MANY_ALERTS");
    await alerts.eraseUnverified(new Date(now().getTime() - DAYS_TO_CONFIRM * DAY_MS));
    await alerts.subscribe({ ...request, email }, writeConfirmation);
  },
  /** @throws DomainError ALERT_NOT_FOUND */
  find: async (secret: string): Promise<Subscription> => {
    const found = await alerts.bySecret(secret);
    if (found === null) throw new DomainError("ALERT_NOT_FOUND");
    return found;
  },
  /** @throws DomainError ALERT_NOT_FOUND */
  confirm: async (secret: string): Promise<Subscription> => {
    const confirmed = await alerts.verify(secret);
    if (confirmed === null) throw new DomainError("ALERT_NOT_FOUND");
    return confirmed;
  },
  /** Erases the alert and its address; an alert that is not there is stopped already. */
  stop: async (secret: string): Promise<void> => {
    await alerts.erase(secret);
  },
  ofCooperative: alerts.ofCooperative,
});

export type AlertService = ReturnType<typeof alertService>;
