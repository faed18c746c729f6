import { seen } from "../given.ts";
import { daysBetween } from "../local-date.ts";
import type { Procedure } from "../tender.ts";
import { cantTell, clear, type FlagCheck, notHere, raised } from "./red-flag.ts";

/** Procedures with a public period for offers of days, not of hours. */
const WITH_PERIOD: ReadonlySet<Procedure> = new Set<Procedure>([
  "open",
  "simplifiedOpen",
  "openWithMarkup",
  "restricted",
  "preselection",
  "competitiveDialogue",
  "negotiatedWithPublicity",
]);

/** R003: fewer days than a threshold between publication and deadline. */
export const shortPeriod: FlagCheck = ({ tender }, { shortPeriodDays }) => {
  const { procedure, publications, submissionDeadline } = tender;
  if (procedure !== undefined && !WITH_PERIOD.has(procedure)) return notHere();
  const dated = (publications ?? []).flatMap(({ publishedAt }, index) =>
    publishedAt === undefined ? [] : [{ at: `/publications/${index}/publishedAt`, moment: publishedAt }],
  );
  const missing = [
    ...(procedure === undefined ? ["/procedure"] : []),
    ...(dated.length === 0 ? ["/publications"] : []),
    ...(submissionDeadline === undefined ? ["/submissionDeadline"] : []),
  ];
  const [first] = dated.toSorted((one, other) => (one.moment.day < other.moment.day ? -1 : 1));
  if (missing.length > 0 || first === undefined || submissionDeadline === undefined) return cantTell(missing);
  const days = daysBetween(first.moment.day, submissionDeadline.day);
  const evidence = [seen(first.at, first.moment.text), seen("/submissionDeadline", submissionDeadline.text)];
  const expression = `${submissionDeadline.day} − ${first.moment.day} = ${days} ${days < shortPeriodDays ? "<" : "≥"} ${shortPeriodDays}`;
  const arithmetic = [{ label: "periodDays", expression, value: days }];
  if (days >= shortPeriodDays) return clear(evidence, arithmetic);
  // A publication of unknown day may have been earlier.
  const undated = (publications ?? []).flatMap(({ publishedAt }, index) =>
    publishedAt === undefined ? [`/publications/${index}/publishedAt`] : [],
  );
  return undated.length > 0 ? cantTell(undated, evidence) : raised(evidence, arithmetic);
};
