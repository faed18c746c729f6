import type { Figures } from "../finding.ts";
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

/** Days past the last on which it was due, and the sum on which interest runs. */
const lateness = ({ serviceRenderedOn, paidOn, amount }: Payment, longest: number): Figures => ({
  ...(amount === undefined ? {} : { lateAmount: { amount: inDirhams(amount.centimes) } }),
  ...(serviceRenderedOn === undefined || paidOn === undefined
    ? {}
    : { lateDays: { count: daysBetween(serviceRenderedOn, paidOn) - longest } }),
});

/** One payment, by the law of the day on which the service was rendered. */
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
  if (daysBetween(serviceRenderedOn, paidOn) <= longest) return met(facts);
  return { ...broken("paidLate", { ...facts, figures: lateness(payment, longest) }), effect: "warning" };
};

const payments = (given: Given): readonly Condition[] => {
  const list = given.tender.payments;
  if (list !== undefined) return list.map((payment, index) => inTime(given, payment, index));
  return hasReached(given.stage, "completed") ? [unknown("paymentUnknown", ["/payments"])] : [];
};

/** The clause allows no more days than the decree, and each payment came within them. */
export const paymentPeriod = (given: Given): Judgement =>
  judge("paidInTime", [clause(given), ...payments(given)]);
