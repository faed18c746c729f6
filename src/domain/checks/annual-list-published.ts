import { seen } from "../given.ts";
import { broken, type Judgement, judge, met, unknown } from "../judgement.ts";
import type { YearGiven } from "../year.ts";

/** The list of the contracts awarded last year to the priority group appears within the year. */
export const annualListPublished = ({ year }: YearGiven): Judgement => {
  const at = "/awardedListPublishedOn";
  const day = year.awardedListPublishedOn;
  if (day === undefined) return judge("", [unknown("publicationUnknown", [at])]);
  const evidence = [seen(at, day)];
  // A list that appeared before the year began cannot hold all of last year's awards.
  const isOfTheYear = day.startsWith(`${year.year}-`);
  return judge("listPublished", [
    isOfTheYear ? met({ evidence }) : broken("publishedInAnotherYear", { evidence }),
  ]);
};
