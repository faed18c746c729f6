import type { Figures } from "../finding.ts";
import { type Given, seen } from "../given.ts";
import { broken, type Condition, type Judgement, judge, met, unknown } from "../judgement.ts";
import { addDays, daysBetween, type LocalDate, type Moment } from "../local-date.ts";
import { hasReached } from "../stage.ts";
import { dayStep } from "../steps.ts";
import type { Procedure, Publication, Tender } from "../tender.ts";

/** The parameter that holds the fewest days of publication of each procedure. */
export const PUBLICATION_DAYS: Partial<Record<Procedure, string>> = {
  open: "publication-days-open",
  openWithMarkup: "publication-days-open",
  simplifiedOpen: "publication-days-simplified",
  restricted: "publication-days-restricted",
  negotiatedWithPublicity: "publication-days-negotiated",
  preselection: "publication-days-preselection",
  competitiveDialogue: "publication-days-dialogue",
};

/** Letters count for a restricted call alone: other calls are public in the press and on the portal. */
const counts = ({ medium }: Publication, { procedure }: Tender): boolean =>
  procedure === "restricted" || medium !== "letter";

interface Dated {
  readonly at: string;
  readonly moment: Moment | undefined;
}

const mediaOf = (tender: Tender): readonly Dated[] =>
  (tender.publications ?? []).flatMap((publication, index) =>
    counts(publication, tender)
      ? [{ at: `/publications/${index}/publishedAt`, moment: publication.publishedAt }]
      : [],
  );

const lastDay = (media: readonly Dated[]): LocalDate | undefined =>
  media
    .flatMap(({ moment }) => moment?.day ?? [])
    .toSorted()
    .at(-1);

/** The first day and the hour at which bids may be opened. */
const postponed = (last: LocalDate, { text }: Moment, minimum: number): Figures => {
  const hour = /T(\d\d:\d\d)/.exec(text)?.[1];
  return {
    earliestOpening: { day: addDays(last, minimum + 1) },
    ...(hour === undefined ? {} : { hour: { text: hour } }),
  };
};

const weigh = (media: readonly Dated[], opening: Moment, minimum: number): Condition => {
  const last = lastDay(media);
  const undated = media.filter(({ moment }) => moment === undefined).map(({ at }) => at);
  if (last === undefined) return unknown("publicationUnknown", undated);
  const evidence = [
    ...media.flatMap(({ at, moment }) => (moment === undefined ? [] : [seen(at, moment.text)])),
    seen("/openingAt", opening.text),
  ];
  const facts = {
    evidence,
    arithmetic: [dayStep("publicationDays", last, opening.day, minimum)],
    figures: postponed(last, opening, minimum),
  };
  const days = daysBetween(last, opening.day);
  // A medium of unknown day can only make the period shorter.
  if (days < minimum) return broken("tooFewDays", facts);
  if (undated.length > 0) return unknown("publicationUnknown", undated, facts);
  return days === minimum ? { ...broken("atTheEdge", facts), effect: "warning" } : met(facts);
};

/** Enough days between the last medium of publication and the first opening announced. */
export const publicationPeriod = (given: Given): Judgement => {
  const { tender, stage } = given;
  const minimum = given.read(PUBLICATION_DAYS[tender.procedure ?? "open"] ?? "publication-days-open");
  const media = mediaOf(tender);
  const isPublic = hasReached(stage, "published");
  if (tender.publications !== undefined && media.length === 0 && isPublic)
    return judge("", [broken("notPublished", { evidence: [seen("/publications", [])] })]);
  const missing = [
    ...(media.length === 0 ? ["/publications"] : []),
    ...(tender.openingAt === undefined ? ["/openingAt"] : []),
  ];
  if (tender.openingAt === undefined || media.length === 0)
    return judge("", [unknown("publicationUnknown", missing)]);
  return judge("enoughDays", [weigh(media, tender.openingAt, minimum)]);
};
