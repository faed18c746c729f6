import type { Evidence, EvidenceValue } from "./finding.ts";
import type { LocalDate } from "./local-date.ts";
import type { LegalText, Rulebook } from "./rulebook.ts";
import type { Subject } from "./subject.ts";
import type { Stage, Tender } from "./tender.ts";
import type { SectorFinding } from "./assessment.ts";

/** Whether the call is for a study, and whether only the title's words say so. */
export interface Study {
  readonly value: boolean;
  readonly fromWords: boolean;
}

/** All a check may know. Numbers come as whole centimes, days, or ten-thousandths. */
export interface Given {
  readonly tender: Tender;
  /** The tender itself, or the lot that is judged. */
  readonly subject: Subject;
  /** The day whose law applies; null when no fact gives it. */
  readonly on: LocalDate | null;
  readonly stage: Stage;
  readonly sector: SectorFinding;
  readonly study: Study;
  readonly decree: LegalText | null;
  readonly rulebook: Rulebook;
  /** A parameter of the law on the day of the case; its use is recorded in the finding. */
  readonly read: (parameter: string) => number;
  /** The same on the day of an event; null when the law had no such number that day. */
  readonly readOn: (parameter: string, day: LocalDate) => number | null;
  /** What a part of the rule's scale is worth. */
  readonly scale: (part: string) => number;
}

/** Evidence of a fact as the user sent it. */
export const seen = (pointer: string, value: EvidenceValue): Evidence => ({ pointer, value });

/** Evidence of a sum, in dirhams. */
export const seenSum = (pointer: string, centimes: number): Evidence => ({ pointer, value: centimes / 100 });
