import type { Figure, Figures, SingleFigure } from "../finding.ts";
import { type Given, seen } from "../given.ts";
import { broken, type Condition, type Judgement, judge, met, unknown } from "../judgement.ts";
import { daysBetween } from "../local-date.ts";
import { hasReached } from "../stage.ts";
import { delayStep } from "../steps.ts";
import type { Payment } from "../tender.ts";
import { inDirhams } from "../money.ts";

const LONGEST = "payment-days";

const clause = ({ tender, read }: Given): Condition => {
  const at = "/terms/paymentDays";
  const days = tender.terms?.paymentDays;
  const longest = read(LONGEST);
  if (days === undefined) return unknown("clauseUnknown", [at]);
  const expression = `${days} ${days <= longest ? "≤" : ">"} ${longest}`;
  const facts = {
    evidence: [seen(at, days)],
    arithmetic: [{ label: "paymentClause", expression, value: days }],
  };
  return days <= longest ? met(facts) : broken("clauseTooLong", facts);
};

/** Days past the last on which it was due, by the law of the day on which the service was rendered; 0: none is known. */
const daysLate = ({ readOn }: Given, { serviceRenderedOn, paidOn }: Payment): number => {
  if (serviceRenderedOn === undefined || paidOn === undefined) return 0;
  const longest = readOn(LONGEST, serviceRenderedOn);
  return longest === null ? 0 : Math.max(0, daysBetween(serviceRenderedOn, paidOn) - longest);
};

const oneOrEach = (figures: readonly (SingleFigure | null)[]): Figure | undefined =>
  figures.length > 1 ? { each: figures } : (figures[0] ?? undefined);

/** Of each payment that came late: the sum on which interest runs, and the days. */
const lateness = (given: Given): Figures => {
  const late = (given.tender.payments ?? []).filter((payment) => daysLate(given, payment) > 0);
  const sums = late.map(({ amount }) =>
    amount === undefined ? null : { amount: inDirhams(amount.centimes) },
  );
  const lateAmount = sums.every((sum) => sum === null) ? undefined : oneOrEach(sums);
  const lateDays = oneOrEach(late.map((payment) => ({ count: daysLate(given, payment) })));
  return {
    ...(lateAmount === undefined ? {} : { lateAmount }),
    ...(lateDays === undefined ? {} : { lateDays }),
  };
};

const inTime = (given: Given, payment: Payment, index: number): Condition => {
  const { serviceRenderedOn, paidOn } = payment;
  const at = `/payments/${index}`;
  const missing = [
    ...(serviceRenderedOn === undefined ? [`${at}/serviceRenderedOn`] : []),
    ...(paidOn === undefined ? [`${at}/paidOn`] : []),
  ];
  if (serviceRenderedOn === undefined || paidOn === undefined) return unknown("paymentUnknown", missing);
  const longest = given.readOn(LONGEST, serviceRenderedOn);
  const evidence = [seen(`${at}/serviceRenderedOn`, serviceRenderedOn), seen(`${at}/paidOn`, paidOn)];
  if (longest === null) return met({ evidence });
  const facts = { evidence, arithmetic: [delayStep("daysToPay", serviceRenderedOn, paidOn, longest)] };
  if (daysLate(given, payment) === 0) return met(facts);
  return { ...broken("paidLate", { ...facts, figures: lateness(given) }), effect: "warning" };
};

const payments = (given: Given): readonly Condition[] => {
  const list = given.tender.payments;
  if (list !== undefined) return list.map((payment, index) => inTime(given, payment, index));
  return hasReached(given.stage, "completed") ? [unknown("paymentUnknown", ["/payments"])] : [];
};

/** The clause allows no more days than the decree, and each payment came within them. */
export const paymentPeriod = (given: Given): Judgement =>
  judge("paidInTime", [clause(given), ...payments(given)]);
