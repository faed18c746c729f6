import type { Judged } from "./assessment.ts";
import type { Cooperative } from "./cooperative.ts";
import {
  type Answer,
  answerTo,
  type Days,
  type EligibilityOutcome,
  outcomeOf,
} from "./eligibility/answer.ts";
import { type Ask, type Demand, NO_RULE } from "./eligibility/demand.ts";
import { demandsOf } from "./eligibility/demands.ts";
import { type PriceLogic, priceLogicOf } from "./eligibility/price-logic.ts";
import { isOver, type LocalDate, type Moment } from "./local-date.ts";
import type { Rulebook } from "./rulebook.ts";
import { deadlineOf } from "./search/call-of.ts";
import { lotsOf, type Subject, wholeOf } from "./subject.ts";
import type { Tender } from "./tender.ts";
import { type HolidayCalendar, type WorkingDays, workingDaysBetween } from "./working-days.ts";

export type { Answer, EligibilityOutcome } from "./eligibility/answer.ts";
export type { Ask, Demand, Lawfulness } from "./eligibility/demand.ts";

/** A demand of a call, and what the profile answers. */
export interface AnsweredDemand {
  readonly demand: Demand;
  readonly answer: Answer;
  /** The day by which it must be there; null when the call does not say. */
  readonly by: LocalDate | null;
  /** Fact of the profile that would tell, or that must be renewed; null when none would. */
  readonly fact: string | null;
}

/** Whether a profile can answer a call, or one of its lots. */
export interface LotEligibility {
  /** Id of the lot; null: the call as a whole. */
  readonly lot: string | null;
  readonly outcome: EligibilityOutcome;
  readonly demands: readonly AnsweredDemand[];
  /** The guarantee to raise for the offer, centimes; 0: none is asked; null: unknown. */
  readonly guarantee: number | null;
  /** Against the largest contract of the profile; advice, no condition. */
  readonly size: "within" | "larger" | "unknown";
  readonly price: PriceLogic;
}

/** Whether a profile can answer a call. */
export interface Eligibility {
  /** The best of its lots. */
  readonly outcome: EligibilityOutcome;
  readonly deadline: LocalDate | null;
  /** Working days left, today not counted; null when the deadline is not known. */
  readonly workingDaysLeft: WorkingDays | null;
  readonly lots: readonly LotEligibility[];
  /** The index of the assessment by which the demands are judged, and its law. */
  readonly on: LocalDate | null;
  readonly rulebook: Judged["rulebook"];
}

/** Facts of the profile by what is asked. */
const FACT: Readonly<Record<Ask["kind"], string | null>> = {
  deadline: null,
  legalForm: null,
  reservation: null,
  invitation: null,
  unsaidPapers: null,
  paper: null,
  turnover: "/turnover",
  references: "/references",
  staff: "/staff",
  years: "/foundedOn",
  classification: "/classifications",
  languages: "/languages",
  siteVisit: null,
};
const FACT_OF_PAPER: Readonly<Record<string, string>> = {
  cooperativeRegister: "/register",
  selfEntrepreneurRegister: "/register",
  commercialRegister: "/register",
  taxCertificate: "/taxCertificate",
  socialSecurityCertificate: "/socialSecurityCertificate",
  sanitaryAuthorisation: "/sanitaryAuthorisation",
  references: "/references",
  classification: "/classifications",
};

const factOf = (ask: Ask, answer: Answer): string | null => {
  if (answer !== "ask" && answer !== "missing") return null;
  return ask.kind === "paper" ? (FACT_OF_PAPER[ask.paper] ?? null) : FACT[ask.kind];
};

const pastDeadline = (tender: Tender, day: LocalDate): Demand => ({
  ask: { kind: "deadline", day },
  pointer: tender.submissionDeadline === undefined ? "/openingAt" : "/submissionDeadline",
  phase: "bid",
  forms: null,
  lawfulness: NO_RULE,
});

/** A bid's demand is due with the offer; a winner's comes later, on a day nobody knows yet. */
const dueOn = ({ phase }: Demand, { deadline }: Days): LocalDate | null =>
  phase === "bid" ? deadline : null;

const sizeOf = (profile: Cooperative, { estimate }: Subject): LotEligibility["size"] => {
  const [largest, sum] = [profile.largestContract?.centimes, estimate.value?.centimes];
  if (largest === undefined || sum === undefined) return "unknown";
  return sum <= largest ? "within" : "larger";
};

interface Asked {
  readonly tender: Tender;
  readonly judged: Judged;
  readonly rulebook: Rulebook;
  readonly profile: Cooperative;
  readonly days: Days;
  /** The day of a deadline whose hour is over; null before. */
  readonly missed: LocalDate | null;
}

const judgeSubject = (
  { tender, judged, rulebook, profile, days, missed }: Asked,
  subject: Subject,
): LotEligibility => {
  const all = demandsOf(tender, subject, judged.findings, rulebook.reservationWords);
  const demands = all.flatMap((demand) => {
    const answer = answerTo(demand, profile, days);
    return answer === null
      ? []
      : [{ demand, answer, by: dueOn(demand, days), fact: factOf(demand.ask, answer) }];
  });
  const late: AnsweredDemand[] =
    missed === null
      ? []
      : [{ demand: pastDeadline(tender, missed), answer: "unmet", by: missed, fact: null }];
  const answered = [...late, ...demands];
  return {
    lot: subject.lot?.id ?? null,
    outcome: outcomeOf(answered.map(({ answer }) => answer)),
    demands: answered,
    guarantee: subject.guarantee.value?.centimes ?? null,
    size: sizeOf(profile, subject),
    price: priceLogicOf(tender, subject, judged, rulebook),
  };
};

const BEST_FIRST: readonly EligibilityOutcome[] = ["eligible", "eligibleIf", "cantTell", "notEligible"];

const best = (lots: readonly LotEligibility[]): EligibilityOutcome =>
  BEST_FIRST.find((outcome) => lots.some((lot) => lot.outcome === outcome)) ?? "cantTell";

/**
 * Whether a profile can answer a call, lot by lot. `judged` is the officer's own check of the call under the law
 * as confirmed: what it found decides whether a demand is lawful.
 * @param now the instant, with its day in Africa/Casablanca
 */
export const eligibilityOf = (
  tender: Tender,
  judged: Judged,
  rulebook: Rulebook,
  calendar: HolidayCalendar,
  profile: Cooperative,
  now: Moment,
): Eligibility => {
  const closing = deadlineOf(tender);
  const [today, deadline] = [now.day, closing?.day ?? null];
  const missed = closing !== null && isOver(closing, now) ? closing.day : null;
  const whole = wholeOf(tender);
  const subjects = (tender.lots ?? []).length === 0 ? [whole] : lotsOf(tender, whole);
  const asked = { tender, judged, rulebook, profile, days: { today, deadline }, missed };
  const lots = subjects.map((subject) => judgeSubject(asked, subject));
  return {
    outcome: best(lots),
    deadline,
    workingDaysLeft: deadline === null ? null : workingDaysBetween(today, deadline, calendar),
    lots,
    on: judged.on,
    rulebook: judged.rulebook,
  };
};
