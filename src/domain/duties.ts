import type { LegalBasis } from "./finding.ts";
import { addDays, daysBetween, type LocalDate } from "./local-date.ts";
import { movedOpening } from "./opening.ts";
import { type Rulebook, valueOn } from "./rulebook.ts";
import type { Award, Payment, Procedure, Tender } from "./tender.ts";
import { PUBLICATION_DAYS } from "./checks/publication-period.ts";

export type DutyId = "publish" | "answer" | "minutes" | "inform" | "approve" | "notify" | "order" | "pay";

/** `early`: done before it was allowed; `waiting`: may not be done yet; `unknown`: the day it counts from is not known. */
export type DutyState = "done" | "late" | "early" | "waiting" | "open" | "overdue" | "unknown";

/** What an officer owes by when for one call, or may not do before when. */
export interface Duty {
  readonly id: DutyId;
  /** Lot of the award, or number of the payment from 1; absent where there is one. */
  readonly part?: string;
  /** The last day, or with `isFirstDay` the first on which it is allowed; null: not known. */
  readonly due: LocalDate | null;
  readonly isFirstDay: boolean;
  readonly doneOn: LocalDate | null;
  readonly state: DutyState;
  /** Days late or early, or still left; null when they cannot be counted. */
  readonly days: number | null;
  /** Centimes at stake: of a payment. */
  readonly centimes: number | null;
  /** How the day is reckoned: so many days from that one; null where it is not known. */
  readonly reckoned: { readonly from: LocalDate; readonly days: number } | null;
  readonly basis: LegalBasis;
}

/** Calls that the decree's stages of award do not reach. */
const OUTSIDE: ReadonlySet<Procedure> = new Set<Procedure>(["purchaseOrder", "ordinaryLaw"]);

const HOURS_A_DAY = 24;

interface Planned {
  readonly id: DutyId;
  readonly part?: string | undefined;
  readonly parameter: string;
  readonly from: LocalDate | undefined;
  /** Counts back from `from`, and one day more: the clock runs from the day after. */
  readonly isBefore?: boolean;
  readonly isFirstDay?: boolean;
  readonly doneOn: LocalDate | undefined;
  readonly centimes?: number | undefined;
}

const stateOf = (
  due: LocalDate | null,
  doneOn: LocalDate | undefined,
  isFirstDay: boolean,
  today: LocalDate,
): DutyState => {
  if (due === null) return doneOn === undefined ? "unknown" : "done";
  if (doneOn !== undefined) {
    if (isFirstDay) return doneOn < due ? "early" : "done";
    return doneOn > due ? "late" : "done";
  }
  if (isFirstDay) return today < due ? "waiting" : "open";
  return today > due ? "overdue" : "open";
};

const countOf = (due: LocalDate | null, doneOn: LocalDate | undefined, today: LocalDate): number | null =>
  due === null ? null : Math.abs(daysBetween(due, doneOn ?? today));

/** null: the parameter has no value on the day of the case. */
const dutyOf = (planned: Planned, rulebook: Rulebook, on: LocalDate, today: LocalDate): Duty | null => {
  const parameter = rulebook.parameters.get(planned.parameter);
  const value = parameter === undefined ? null : valueOn(parameter, on);
  if (parameter === undefined || value === null) return null;
  const { from, doneOn, isFirstDay = false, isBefore = false, part, centimes } = planned;
  const days = parameter.unit === "hours" ? value.value / HOURS_A_DAY : value.value;
  const counted = isBefore ? -(planned.id === "publish" ? days + 1 : days) : days;
  const due = from === undefined ? null : addDays(from, counted);
  const { text, article, grade } = value;
  return {
    id: planned.id,
    ...(part === undefined ? {} : { part }),
    due,
    isFirstDay,
    doneOn: doneOn ?? null,
    state: stateOf(due, doneOn, isFirstDay, today),
    days: countOf(due, doneOn, today),
    centimes: centimes ?? null,
    reckoned: from === undefined ? null : { from, days: counted },
    basis: { text, grade, ...(article === undefined ? {} : { article }) },
  };
};

/** The opening in force: the last that an amendment announced, else the first. */
const openingOf = ({ amendments, openingAt }: Tender): LocalDate | undefined =>
  (movedOpening(amendments) ?? openingAt)?.day;

const publishedOn = ({ publications = [] }: Tender): LocalDate | undefined => {
  const days = publications.map(({ publishedAt }) => publishedAt?.day);
  return days.includes(undefined) ? undefined : (days as readonly LocalDate[]).toSorted().at(-1);
};

const beforeOpening = (tender: Tender): readonly Planned[] => {
  const parameter = tender.procedure === undefined ? undefined : PUBLICATION_DAYS[tender.procedure];
  const opening = openingOf(tender);
  const answers: Planned = {
    id: "answer",
    parameter: "answer-days",
    from: opening,
    isBefore: true,
    doneOn: undefined,
  };
  if (parameter === undefined) return [answers];
  const first = tender.openingAt?.day;
  return [{ id: "publish", parameter, from: first, isBefore: true, doneOn: publishedOn(tender) }, answers];
};

const afterDecision = (award: Award | undefined, tender: Tender): readonly Planned[] => {
  const decided = award?.decidedOn;
  const part = award?.lot;
  return [
    {
      id: "minutes",
      part,
      parameter: "minutes-hours",
      from: decided,
      doneOn: award?.minutesPublishedAt?.day,
    },
    {
      id: "inform",
      part,
      parameter: "winner-information-days",
      from: decided,
      doneOn: award?.winnerInformedOn,
    },
    {
      id: "approve",
      part,
      parameter: "standstill-days",
      from: decided,
      isFirstDay: true,
      doneOn: award?.approvedOn,
    },
    {
      id: "notify",
      part,
      parameter: "notification-days",
      from: openingOf(tender),
      doneOn: award?.notifiedOn,
    },
  ];
};

const ofPayment = (
  { serviceRenderedOn, paidOn, amount }: Payment,
  part: string | undefined,
): readonly Planned[] => [
  { id: "order", part, parameter: "ordering-days", from: serviceRenderedOn, doneOn: paidOn },
  {
    id: "pay",
    part,
    parameter: "payment-days",
    from: serviceRenderedOn,
    doneOn: paidOn,
    centimes: amount?.centimes,
  },
];

const paymentsOf = ({ payments = [] }: Tender): readonly Planned[] =>
  payments
    .flatMap((payment, index) => ofPayment(payment, payments.length > 1 ? String(index + 1) : undefined))
    // Once it is paid, when it was ordered no longer matters, and the format does not say it.
    .filter(({ id, doneOn }) => id === "pay" || doneOn === undefined);

const planOf = (tender: Tender): readonly Planned[] => {
  if (tender.procedure !== undefined && OUTSIDE.has(tender.procedure)) return paymentsOf(tender);
  const awards = tender.awards ?? [];
  const decided =
    awards.length === 0
      ? afterDecision(undefined, tender)
      : awards.flatMap((award) => afterDecision(award, tender));
  return [...beforeOpening(tender), ...decided, ...paymentsOf(tender)];
};

/**
 * The duties of a call, in their order, by the law of `on` (payments: by that of the service); `today` tells what
 * is open and what is overdue. Pure.
 */
export const dutiesOf = (
  tender: Tender,
  rulebook: Rulebook,
  on: LocalDate | null,
  today: LocalDate,
): readonly Duty[] =>
  planOf(tender).flatMap((planned) => {
    const isPayment = planned.id === "pay" || planned.id === "order";
    const duty = dutyOf(planned, rulebook, (isPayment ? planned.from : undefined) ?? on ?? today, today);
    // Whether questions were answered in time, the format does not say: once the day is past, nothing is claimed.
    return duty === null || (duty.id === "answer" && duty.state === "overdue") ? [] : duty;
  });
