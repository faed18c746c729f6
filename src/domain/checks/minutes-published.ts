import { compareHours, hourStep } from "../elapsed-hours.ts";
import { type Given, seen } from "../given.ts";
import { broken, inapplicable, type Condition, type Judgement, judge, met, unknown } from "../judgement.ts";
import type { Award } from "../tender.ts";

/** The end of the committee's work is known by its day alone: the day after can be within the hours or not. */
const publishedInTime = ({ pointer, decidedOn, minutesPublishedAt }: Award, hours: number): Condition => {
  const missing = [
    ...(decidedOn === undefined ? [`${pointer}/decidedOn`] : []),
    ...(minutesPublishedAt === undefined ? [`${pointer}/minutesPublishedAt`] : []),
  ];
  if (decidedOn === undefined || minutesPublishedAt === undefined)
    return unknown("publicationUnknown", missing);
  const decided = { text: decidedOn, day: decidedOn, epochMs: null };
  const facts = {
    evidence: [
      seen(`${pointer}/decidedOn`, decidedOn),
      seen(`${pointer}/minutesPublishedAt`, minutesPublishedAt.text),
    ],
    arithmetic: [hourStep("minutesHours", decided, minutesPublishedAt, hours)],
  };
  const sign = compareHours(decided, minutesPublishedAt, hours);
  if (sign === null) return unknown("hourUnknown", [], facts);
  return sign <= 0 ? met(facts) : broken("publishedLate", facts);
};

/** The extract of the minutes is on the portal within hours of the end of the committee's work. */
export const minutesPublished = ({ tender, read }: Given): Judgement => {
  const hours = read("minutes-hours");
  const { awards } = tender;
  if (awards === undefined) return judge("", [unknown("awardUnknown", ["/award"])]);
  if (awards.length === 0) return inapplicable("laterStage");
  return judge(
    "publishedInTime",
    awards.map((award) => publishedInTime(award, hours)),
  );
};
