import type { Confirmation } from "./confirmation.ts";
import type { Finding } from "./finding.ts";
import type { LocalDate } from "./local-date.ts";
import type { Sector, Stage } from "./tender.ts";

export type Verdict =
  | "compliant"
  | "compliantWithReservations"
  | "nonCompliant"
  | "undetermined"
  | "outOfScope";

/** The cooperative-priority index, 0–100 with one decimal; all null when no rule with points applies. */
export interface Index {
  readonly score: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Share of the applicable weight that could be determined, 0–1. */
  readonly coverage: number | null;
}

export interface SectorFinding {
  readonly code: Sector | null;
  /** 0–1; 1 when the tender states its sector. */
  readonly confidence: number;
  /** The words that decided, as they stand in the text. */
  readonly terms: readonly string[];
}

/** A fact that would settle something: which rules it resolves, and the index points it may move. */
export interface Question {
  readonly pointer: string;
  readonly resolves: readonly string[];
  readonly gain: number;
}

/** What `assess` says of a tender: keys and figures, no words of any language. */
export interface Judged {
  readonly on: LocalDate | null;
  readonly rulebook: { readonly id: string; readonly version: string; readonly sha256: string };
  readonly sector: SectorFinding;
  readonly verdict: Verdict;
  readonly stage: { readonly value: Stage; readonly assumed: boolean };
  readonly index: Index;
  /** Binding rules that could not be determined. */
  readonly unverified: readonly string[];
  readonly findings: readonly Finding[];
  readonly questions: readonly Question[];
  /** The confirmations that lifted a cap somewhere in the findings. */
  readonly confirmations: readonly Confirmation[];
}

/** An assessment: the judgement, tied to the bytes that were judged. */
export interface Assessment extends Judged {
  /** Derived from the input, the rulebook and the day, so that the same input gives the same id. */
  readonly id: string;
  readonly tenderId?: string;
  /** SHA-256 of the document's RFC 8785 canonical JSON. */
  readonly inputSha256: string;
}
