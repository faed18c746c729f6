import type { Verdict } from "./assessment.ts";
import type { LocalDate } from "./local-date.ts";
import type { Language } from "./tender.ts";

/** What can be asked of a report, in the order in which it is told. */
export const QUESTIONS_OF_A_REPORT = ["untouched", "signed", "logged", "rulebook", "sameResult"] as const;
export type ReportQuestion = (typeof QUESTIONS_OF_A_REPORT)[number];

/** An answer with its reason: a key into the words of the interface. */
export interface Answer {
  readonly holds: "yes" | "no" | "cantTell";
  readonly reason: string;
}

/** What the report says of itself; null where it does not say, or cannot be read. */
export interface ReportIdentity {
  readonly reportId: string | null;
  readonly assessmentId: string | null;
  readonly reference: string | null;
  readonly language: Language | null;
  readonly on: LocalDate | null;
  readonly verdict: Verdict | null;
  readonly rulebook: string | null;
  readonly engine: string | null;
}

/** Where the report stands in the log. */
export interface LogPlace {
  readonly origin: string;
  /** Which key of the log signed: name and id. */
  readonly key: string;
  readonly index: number;
  readonly size: number;
  /** Root of the tree of that size, base64. */
  readonly root: string;
  /** ISO 8601 instant, UTC: the operator's word. */
  readonly at: string;
}

/** A buyer's signed answer that travels with the report. */
export interface CarriedResponse {
  readonly text: string;
  /** The key that signed it: name and id. */
  readonly key: string;
  readonly at: string;
}

/** What was found out about a report. */
export interface Verification {
  readonly answers: Readonly<Record<ReportQuestion, Answer>>;
  readonly identity: ReportIdentity;
  readonly place: LogPlace | null;
  /** Files of the rulebook that differ from those the report was made with. */
  readonly changedFiles: readonly string[];
  /** Rules that speak differently when the assessment is made again. */
  readonly changedRules: readonly string[];
  readonly responses: readonly CarriedResponse[];
}

/** "no" when anything does not hold, "cantTell" when something cannot be told, else "yes". */
export const summaryOf = ({ answers }: Pick<Verification, "answers">): Answer["holds"] => {
  const said = new Set(Object.values(answers).map(({ holds }) => holds));
  if (said.has("no")) return "no";
  return said.has("cantTell") ? "cantTell" : "yes";
};
