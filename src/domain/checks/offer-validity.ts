import { type Given, seen } from "../given.ts";
import { broken, type Judgement, judge, met, unknown } from "../judgement.ts";

/** Offers bind tenderers for no more days than the decree says. */
export const offerValidity = ({ tender, read }: Given): Judgement => {
  const at = "/terms/offerValidityDays";
  const longest = read("offer-validity-days");
  const days = tender.terms?.offerValidityDays;
  if (days === undefined) return judge("", [unknown("validityUnknown", [at])]);
  const fits = days <= longest;
  const expression = `${days} ${fits ? "≤" : ">"} ${longest}`;
  const facts = {
    evidence: [seen(at, days)],
    arithmetic: [{ label: "offerValidity", expression, value: days }],
  };
  return judge("validityWithin", [fits ? met(facts) : broken("validityTooLong", facts)]);
};
