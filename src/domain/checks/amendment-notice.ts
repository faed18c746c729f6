import type { Figures } from "../finding.ts";
import { type Given, seen } from "../given.ts";
import { broken, type Condition, inapplicable, type Judgement, judge, met, unknown } from "../judgement.ts";
import { addDays, daysBetween, type LocalDate } from "../local-date.ts";
import { type Change as Made, changesInTime, movedTo } from "../opening.ts";
import { dayStep } from "../steps.ts";
import type { Amendment } from "../tender.ts";

interface Change extends Made<Amendment> {
  /** The opening in force when the change was made. */
  readonly opening: LocalDate;
}

/** Each change with the opening then in force: the last one announced before it. */
const changesOf = (amendments: readonly Amendment[], first: LocalDate): readonly Change[] =>
  changesInTime(amendments).map((change, index, all) => ({
    ...change,
    opening: movedTo(all.slice(0, index))?.day ?? first,
  }));

const evidenceOf = ({ amendment: { changedOn, noticePublishedOn, newOpeningAt }, at }: Change) => [
  ...(changedOn === undefined ? [] : [seen(`${at}/changedOn`, changedOn)]),
  ...(noticePublishedOn === undefined ? [] : [seen(`${at}/noticePublishedOn`, noticePublishedOn)]),
  ...(newOpeningAt === undefined ? [] : [seen(`${at}/newOpeningAt`, newOpeningAt.text)]),
];

/** The first day on which the opening may be held: after the days due from the notice, never earlier than it was. */
const earliest = ({ amendment: { noticePublishedOn }, opening }: Change, minimum: number): Figures => {
  if (noticePublishedOn === undefined) return {};
  const day = addDays(noticePublishedOn, minimum + 1);
  return { earliestOpening: { day: day > opening ? day : opening } };
};

const noticeInTime = (change: Change, minimum: number): Condition => {
  const { noticePublishedOn, newOpeningAt } = change.amendment;
  const evidence = evidenceOf(change);
  if (noticePublishedOn === undefined)
    return unknown("noticeUnknown", [`${change.at}/noticePublishedOn`], { evidence });
  if (newOpeningAt === undefined)
    return unknown("newOpeningUnknown", [`${change.at}/newOpeningAt`], { evidence });
  const opening = newOpeningAt.day;
  const arithmetic = [dayStep("noticeDays", noticePublishedOn, opening, minimum)];
  const facts = { evidence, arithmetic, figures: earliest(change, minimum) };
  const days = daysBetween(noticePublishedOn, opening);
  if (days < minimum) return broken("noticeTooLate", facts);
  return days === minimum ? { ...broken("atTheEdge", facts), effect: "warning" } : met(facts);
};

const judgeChange = (change: Change, free: number, minimum: number): Condition => {
  const { changedOn, newOpeningAt } = change.amendment;
  const evidence = evidenceOf(change);
  if (newOpeningAt !== undefined && newOpeningAt.day < change.opening)
    return broken("openingBroughtForward", { evidence, figures: earliest(change, minimum) });
  if (changedOn === undefined) return unknown("changeUnknown", [`${change.at}/changedOn`], { evidence });
  const arithmetic = [dayStep("daysBeforeOpening", changedOn, change.opening, free)];
  if (daysBetween(changedOn, change.opening) >= free) return met({ evidence, arithmetic });
  const notice = noticeInTime(change, minimum);
  return { ...notice, arithmetic: [...arithmetic, ...(notice.arithmetic ?? [])] };
};

/** A late change is announced by a rectifying notice, and leaves enough days before the new opening. */
export const amendmentNotice = ({ tender, read }: Given): Judgement => {
  const free = read("amendment-free-days");
  const minimum = read("amendment-notice-days");
  const { amendments, openingAt } = tender;
  if (amendments === undefined) return judge("", [unknown("amendmentsUnknown", ["/amendments"])]);
  if (amendments.length === 0) return inapplicable("noAmendment", { evidence: [seen("/amendments", [])] });
  if (openingAt === undefined) return judge("", [unknown("openingUnknown", ["/openingAt"])]);
  const changes = changesOf(amendments, openingAt.day);
  return judge(
    "changesAnnounced",
    changes.map((change) => judgeChange(change, free, minimum)),
  );
};
