import type { SectorFinding } from "./assessment.ts";
import type { Evidence, EvidenceValue } from "./finding.ts";
import type { LocalDate } from "./local-date.ts";
import { inDirhams } from "./money.ts";
import { type Source, sourcesOf } from "./reservation.ts";
import type { LegalText, Rulebook } from "./rulebook.ts";
import type { Subject } from "./subject.ts";
import type { Stage, Tender } from "./tender.ts";

/** Whether the call is for a study, and whether only the title's words say so. */
export interface Study {
  readonly value: boolean;
  readonly fromWords: boolean;
}

/** What all rules of one tender share. */
export interface Case {
  readonly tender: Tender;
  /** The tender as a whole, and its lots in the document's order. */
  readonly whole: Subject;
  readonly lots: readonly Subject[];
  /** The day whose law applies; null when no fact gives it. */
  readonly on: LocalDate | null;
  readonly stage: Stage;
  readonly sector: SectorFinding;
  readonly study: Study;
  readonly decree: LegalText | null;
  readonly rulebook: Rulebook;
}

/** How a check reads the law; what it reads is recorded in the finding. */
export interface Reading {
  /** A parameter of the law on the day of the case. */
  readonly read: (parameter: string) => number;
  /** The same on the day of an event; null when the law had no such number that day. */
  readonly readOn: (parameter: string, day: LocalDate) => number | null;
  /** What a part of the rule's scale is worth. */
  readonly scale: (part: string) => number;
}

/** All a check may know. Numbers come as whole centimes, days, or ten-thousandths. */
export interface Given extends Case, Reading {
  /** The tender itself, or the lot that is judged. */
  readonly subject: Subject;
  /** What each known source says of the reservation of the subject; read once for all rules that ask. */
  readonly sources: () => readonly Source[];
}

/** What is given to the checks of one subject. */
export const givenOf = (shared: Case, subject: Subject, { read, readOn, scale }: Reading): Given => {
  const { tender, whole, lots, on, stage, sector, study, decree, rulebook } = shared;
  let known: readonly Source[] | undefined;
  const sources = (): readonly Source[] =>
    (known ??= sourcesOf(subject.reservation, rulebook.reservationWords));
  return {
    tender,
    whole,
    lots,
    on,
    stage,
    sector,
    study,
    decree,
    rulebook,
    subject,
    sources,
    read,
    readOn,
    scale,
  };
};

/** Evidence of a fact as the user sent it. */
export const seen = (pointer: string, value: EvidenceValue): Evidence => ({ pointer, value });

/** Evidence of a sum, in dirhams. */
export const seenSum = (pointer: string, centimes: number): Evidence => ({
  pointer,
  value: inDirhams(centimes),
});
