import { type Given, seen, seenSum } from "../given.ts";
import {
  broken,
  type Condition,
  type Judgement,
  judge,
  met,
  together,
  unknown,
  worth,
} from "../judgement.ts";
import { WHOLE } from "../money.ts";
import { statedOf } from "../stated.ts";
import type { Located } from "../subject.ts";
import type { Requirements } from "../tender.ts";

type Stated<K extends keyof Requirements> = Located<Requirements[K]>;

const bothLanguages = ({ value: languages, at }: Stated<"languages">): Condition => {
  if (languages === undefined) return unknown("languagesUnknown", [at]);
  const evidence = [seen(at, languages)];
  const hasBoth = languages.includes("ar") && languages.includes("fr");
  return hasBoth ? met({ evidence }) : broken("oneLanguage", { evidence });
};

const freeFile = ({ value: fileFee, at: place }: Stated<"fileFee">): Condition => {
  const at = `${place}/amount`;
  if (fileFee === undefined) return unknown("feeUnknown", [at]);
  const evidence = [seenSum(at, fileFee.centimes)];
  return fileFee.centimes === 0 ? met({ evidence }) : broken("filePaid", { evidence });
};

const noMandatoryVisit = ({ value: siteVisit, at }: Stated<"siteVisit">): Condition => {
  if (siteVisit === undefined) return unknown("visitUnknown", [at]);
  const evidence = [seen(at, siteVisit)];
  return siteVisit === "mandatory" ? broken("visitImposed", { evidence }) : met({ evidence });
};

const advance = (share: number | undefined): Condition => {
  const at = "/terms/advanceShare";
  if (share === undefined) return unknown("advanceUnknown", [at]);
  const evidence = [seen(at, share / WHOLE)];
  return share > 0 ? met({ evidence }) : broken("noAdvance", { evidence });
};

/** What makes a call easy to answer for a small cooperative, in each of its lots. */
export const accessibility = ({ tender, scale }: Given): Judgement =>
  judge("easyToAnswer", [
    worth(scale("bothLanguages"), together(statedOf(tender, "languages").map(bothLanguages))),
    worth(scale("freeFile"), together(statedOf(tender, "fileFee").map(freeFile))),
    worth(scale("noMandatoryVisit"), together(statedOf(tender, "siteVisit").map(noMandatoryVisit))),
    worth(scale("advance"), advance(tender.terms?.advanceShare)),
  ]);
