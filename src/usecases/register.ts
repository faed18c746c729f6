import type { Actor } from "../domain/actor.ts";
import type { Verdict } from "../domain/assessment.ts";
import type { Language } from "../domain/tender.ts";
import type { IssuedReport } from "./issue-report.ts";

/** What of the register is asked for; absent: all. */
export interface RegisterFilter {
  /** Part of the tender's reference. */
  readonly text?: string;
  /** Code or name of the buyer. */
  readonly buyer?: string;
  /** Year in which it was issued. */
  readonly year?: number;
  readonly verdict?: Verdict;
  readonly language?: Language;
}

/** A page of the register, newest first. */
export interface RegisterPage {
  readonly items: readonly IssuedReport[];
  /** Where the next page starts; null at the end. */
  readonly next: string | null;
}

/** The register of what was issued; what lies outside the actor's reach is not there. */
export interface Register {
  readonly page: (
    actor: Actor,
    filter: RegisterFilter,
    after: string | null,
    limit: number,
  ) => Promise<RegisterPage>;
  /** All that the filter lets through, oldest first. */
  readonly all: (actor: Actor, filter: RegisterFilter) => AsyncIterable<IssuedReport>;
  /** Was it issued, and may the actor see it? */
  readonly has: (actor: Actor, reportId: string) => Promise<boolean>;
  /** Buyers that have reports, for the filter. */
  readonly buyers: (actor: Actor) => Promise<readonly string[]>;
}
