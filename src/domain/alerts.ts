import { daysBetween, type LocalDate } from "./local-date.ts";
import type { Language } from "./tender.ts";

export type Rhythm = "daily" | "weekly";

/** An alert by e-mail: a saved search, or the matches of a profile. */
export interface Subscription {
  readonly id: string;
  readonly email: string;
  /** The address of a search; null: the matches of the profile. */
  readonly query: string | null;
  readonly cooperativeId: string | null;
  readonly language: Language;
  readonly rhythm: Rhythm;
  /** Names the subscription in its links: who holds it may confirm and stop it, and nothing else. */
  readonly secret: string;
  readonly isVerified: boolean;
  readonly lastDigestOn: LocalDate | null;
}

const DAYS: Readonly<Record<Rhythm, number>> = { daily: 1, weekly: 7 };

/** Is a digest due that day? One that was never sent is due at once. */
export const isDue = ({ isVerified, lastDigestOn, rhythm }: Subscription, today: LocalDate): boolean =>
  isVerified && (lastDigestOn === null || daysBetween(lastDigestOn, today) >= DAYS[rhythm]);

// One address, no list, no control character: what is put in a header must end where it ends.
const EMAIL =
  /^[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/iu;
const LONGEST_EMAIL = 254;

/** An address that mail can be sent to; null when it is none. */
export const acceptEmail = (text: string): string | null => {
  const address = text.trim();
  return address.length <= LONGEST_EMAIL && EMAIL.test(address) ? address.toLowerCase() : null;
};

/** Waiting time before the next try, minutes: 1, 2, 4 … up to a day. */
export const retryAfterMinutes = (attempts: number): number => Math.min(2 ** Math.max(0, attempts - 1), 1440);

/** After so many tries a mail is given up: about four days. */
export const MOST_ATTEMPTS = 15;
