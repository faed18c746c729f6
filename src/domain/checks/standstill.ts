import { type Given, seen } from "../given.ts";
import { broken, inapplicable, type Condition, type Judgement, judge, met, unknown } from "../judgement.ts";
import { addDays, daysBetween, type LocalDate } from "../local-date.ts";
import { movedOpening } from "../opening.ts";
import { dayStep, delayStep } from "../steps.ts";
import type { Award, Tender } from "../tender.ts";

const approvedAfterWait = ({ pointer, decidedOn, approvedOn }: Award, wait: number): Condition => {
  const missing = [
    ...(decidedOn === undefined ? [`${pointer}/decidedOn`] : []),
    ...(approvedOn === undefined ? [`${pointer}/approvedOn`] : []),
  ];
  if (decidedOn === undefined || approvedOn === undefined) return unknown("approvalUnknown", missing);
  const facts = {
    evidence: [seen(`${pointer}/decidedOn`, decidedOn), seen(`${pointer}/approvedOn`, approvedOn)],
    arithmetic: [dayStep("daysToApprove", decidedOn, approvedOn, wait)],
  };
  if (daysBetween(decidedOn, approvedOn) >= wait) return met(facts);
  return broken("approvedTooSoon", { ...facts, figures: { approveFrom: { day: addDays(decidedOn, wait) } } });
};

/** The opening in force: the last one announced. */
const openingOf = ({ openingAt, amendments }: Tender): LocalDate | undefined =>
  (movedOpening(amendments) ?? openingAt)?.day;

/** An unknown change may have put the opening off, never brought it forward. */
const unknownOpenings = ({ amendments }: Tender): readonly string[] =>
  amendments?.flatMap(({ newOpeningAt }, index) =>
    newOpeningAt === undefined ? [`/amendments/${index}/newOpeningAt`] : [],
  ) ?? ["/amendments"];

const notifiedInTime = ({ pointer, notifiedOn }: Award, tender: Tender, longest: number): Condition => {
  const opening = openingOf(tender);
  const missing = [
    ...(opening === undefined ? ["/openingAt"] : []),
    ...(notifiedOn === undefined ? [`${pointer}/notifiedOn`] : []),
  ];
  if (opening === undefined || notifiedOn === undefined) return unknown("notificationUnknown", missing);
  const facts = {
    evidence: [seen(`${pointer}/notifiedOn`, notifiedOn)],
    arithmetic: [delayStep("daysToNotify", opening, notifiedOn, longest)],
  };
  if (daysBetween(opening, notifiedOn) <= longest) return met(facts);
  const unsure = unknownOpenings(tender);
  if (unsure.length > 0) return unknown("notificationUnknown", unsure, facts);
  return broken("notifiedLate", { ...facts, figures: { notifyBy: { day: addDays(opening, longest) } } });
};

/** The approval waits for complaints, and is notified while offers still bind. */
export const standstill = ({ tender, read }: Given): Judgement => {
  const wait = read("standstill-days");
  const longest = read("notification-days");
  const { awards } = tender;
  if (awards === undefined) return judge("", [unknown("awardUnknown", ["/award"])]);
  if (awards.length === 0) return inapplicable("laterStage");
  return judge(
    "approvedAndNotified",
    awards.flatMap((award) => [approvedAfterWait(award, wait), notifiedInTime(award, tender, longest)]),
  );
};
