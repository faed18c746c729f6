import { type Given, seen } from "../given.ts";
import { broken, inapplicable, type Condition, type Judgement, judge, met, unknown } from "../judgement.ts";
import { addDays, daysBetween } from "../local-date.ts";
import { delayStep } from "../steps.ts";
import type { Award } from "../tender.ts";

const informedInTime = ({ pointer, decidedOn, winnerInformedOn }: Award, longest: number): Condition => {
  const missing = [
    ...(decidedOn === undefined ? [`${pointer}/decidedOn`] : []),
    ...(winnerInformedOn === undefined ? [`${pointer}/winnerInformedOn`] : []),
  ];
  if (decidedOn === undefined || winnerInformedOn === undefined)
    return unknown("informationUnknown", missing);
  const facts = {
    evidence: [
      seen(`${pointer}/decidedOn`, decidedOn),
      seen(`${pointer}/winnerInformedOn`, winnerInformedOn),
    ],
    arithmetic: [delayStep("daysToInform", decidedOn, winnerInformedOn, longest)],
  };
  const isInTime = daysBetween(decidedOn, winnerInformedOn) <= longest;
  const figures = { decidedOn: { day: decidedOn }, informBy: { day: addDays(decidedOn, longest) } };
  return isInTime ? met(facts) : broken("informedLate", { ...facts, figures });
};

/** Each winner is told within a few days of the end of the committee's work. */
export const winnerInformed = ({ tender, read }: Given): Judgement => {
  const longest = read("winner-information-days");
  const { awards } = tender;
  if (awards === undefined) return judge("", [unknown("awardUnknown", ["/award"])]);
  if (awards.length === 0) return inapplicable("laterStage");
  return judge(
    "informedInTime",
    awards.map((award) => informedInTime(award, longest)),
  );
};
