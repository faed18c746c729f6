import type { Rhythm, Subscription } from "../../domain/alerts.ts";
import type { LocalDate } from "../../domain/local-date.ts";
import type { Call } from "../../domain/search/call.ts";
import type { Language } from "../../domain/tender.ts";

/** What is asked of a new alert. */
export interface NewSubscription {
  readonly email: string;
  readonly query: string | null;
  readonly cooperativeId: string | null;
  readonly language: Language;
  readonly rhythm: Rhythm;
}

/** A mail, written and waiting; the same Message-ID at every try. */
export interface Mail {
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly language: Language;
  /** Where one click stops the alert (RFC 8058); null for a mail that belongs to none. */
  readonly unsubscribeUrl: string | null;
}

/** A mail that was claimed for sending. */
export interface ClaimedMail {
  readonly number: number;
  readonly attempts: number;
  readonly mail: Mail;
}

/** Writes the mail of a digest about the calls that were not told before. */
export type WriteDigest = (fresh: readonly Call[], messageId: string) => Mail;

export interface AlertStore {
  /** Keeps the alert and its mail to confirm, together. */
  readonly subscribe: (
    asked: NewSubscription,
    write: (subscription: Subscription, messageId: string) => Mail,
  ) => Promise<Subscription>;
  readonly bySecret: (secret: string) => Promise<Subscription | null>;
  readonly ofCooperative: (id: string) => Promise<readonly Subscription[]>;
  readonly verify: (secret: string) => Promise<Subscription | null>;
  /** Erases the alert, its address and its waiting mails. */
  readonly erase: (secret: string) => Promise<boolean>;
  /** Alerts that were never confirmed, and are too old to be. */
  readonly eraseUnverified: (before: Date) => Promise<number>;
  readonly countRecent: (email: string, since: Date) => Promise<number>;
  /** Verified alerts whose digest may be due, in order of id. */
  readonly verified: (afterId: string, most: number) => Promise<readonly Subscription[]>;
  /** Ids of the calls that were told by the alert. */
  readonly told: (subscription: Subscription) => Promise<ReadonlySet<string>>;
  /**
   * In one transaction: notes the calls as told, keeps the mail, and marks the day. Calls told before are left out;
   * with none left no mail is kept. Answers how many were told.
   */
  readonly tell: (
    subscription: Subscription,
    calls: readonly Call[],
    today: LocalDate,
    write: WriteDigest,
  ) => Promise<number>;
}

/** The outbox: mails that are kept until they are sent. */
export interface Outbox {
  /** Claims one mail that is due; null when none is. A claim that is not settled lapses. */
  readonly claim: () => Promise<ClaimedMail | null>;
  readonly sent: (claimed: ClaimedMail) => Promise<void>;
  readonly failed: (claimed: ClaimedMail) => Promise<void>;
}

/** Sends a mail; resolves when somebody else has taken charge of it. */
export type SendMail = (mail: Mail) => Promise<void>;
