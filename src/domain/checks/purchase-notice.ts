import { compareHours, hourStep } from "../elapsed-hours.ts";
import { type Given, seen } from "../given.ts";
import { broken, type Condition, inapplicable, type Judgement, judge, met, unknown } from "../judgement.ts";
import type { Moment } from "../local-date.ts";
import { hasReached } from "../stage.ts";

const WITHOUT = "/purchaseOrder/withoutCompetition";

interface Notice {
  readonly at: string;
  readonly moment: Moment | undefined;
}

const onPortal = ({ tender }: Given): readonly Notice[] =>
  (tender.publications ?? []).flatMap(({ medium, publishedAt }, index) =>
    medium === "portal" ? [{ at: `/publications/${index}/publishedAt`, moment: publishedAt }] : [],
  );

const longEnough = ({ at, moment }: Notice, deadline: Moment | undefined, hours: number): Condition => {
  const missing = [
    ...(moment === undefined ? [at] : []),
    ...(deadline === undefined ? ["/submissionDeadline"] : []),
  ];
  if (moment === undefined || deadline === undefined) return unknown("noticeUnknown", missing);
  const facts = {
    evidence: [seen(at, moment.text), seen("/submissionDeadline", deadline.text)],
    arithmetic: [hourStep("noticeHours", moment, deadline, hours)],
  };
  const sign = compareHours(moment, deadline, hours);
  const bare = [
    ...(moment.epochMs === null ? [at] : []),
    ...(deadline.epochMs === null ? ["/submissionDeadline"] : []),
  ];
  if (sign === null) return unknown("hourUnknown", bare, facts);
  return sign >= 0 ? met(facts) : broken("noticeTooShort", facts);
};

/** A notice published again needs to be long enough once. */
const bestOf = (notices: readonly Condition[]): Condition | undefined =>
  notices.find(({ holds }) => holds === true) ?? notices.find(({ holds }) => holds === null) ?? notices[0];

/** No number carries the duty to use the portal: a jurist's confirmation of the hours says nothing of it. */
const notOnPortal = ({ tender: { publications }, stage }: Given): Condition => {
  if (publications === undefined || !hasReached(stage, "published"))
    return unknown("noticeUnknown", ["/publications"]);
  const media = publications.map(({ medium }, index) => seen(`/publications/${index}/medium`, medium));
  const evidence = media.length > 0 ? media : [seen("/publications", [])];
  return broken("notOnPortal", { evidence, effect: "warning" });
};

/** The notice of a purchase order stays on the portal long enough before the deadline. */
export const purchaseNotice = (given: Given): Judgement => {
  const { tender } = given;
  const hours = given.read("purchase-notice-hours");
  const without = tender.purchaseOrder?.withoutCompetition;
  if (without === undefined) return judge("", [unknown("competitionUnknown", [WITHOUT])]);
  if (without) return inapplicable("withoutCompetition", { evidence: [seen(WITHOUT, true)] });
  const notices = onPortal(given).map((notice) => longEnough(notice, tender.submissionDeadline, hours));
  return judge("longEnough", [bestOf(notices) ?? notOnPortal(given)]);
};
