import { type Given, seen, seenSum } from "../given.ts";
import { broken, type Condition, type Judgement, judge, met, unknown, worth } from "../judgement.ts";
import { WHOLE } from "../money.ts";
import type { Requirements } from "../tender.ts";

const AT = "/requirements";

const bothLanguages = ({ languages }: Requirements): Condition => {
  const at = `${AT}/languages`;
  if (languages === undefined) return unknown("languagesUnknown", [at]);
  const evidence = [seen(at, languages)];
  const hasBoth = languages.includes("ar") && languages.includes("fr");
  return hasBoth ? met({ evidence }) : broken("oneLanguage", { evidence });
};

const freeFile = ({ fileFee }: Requirements): Condition => {
  const at = `${AT}/fileFee/amount`;
  if (fileFee === undefined) return unknown("feeUnknown", [at]);
  const evidence = [seenSum(at, fileFee.centimes)];
  return fileFee.centimes === 0 ? met({ evidence }) : broken("filePaid", { evidence });
};

const noMandatoryVisit = ({ siteVisit }: Requirements): Condition => {
  const at = `${AT}/siteVisit`;
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

/** What makes a call easy to answer for a small cooperative. */
export const accessibility = ({ tender, scale }: Given): Judgement => {
  const requirements = tender.requirements ?? {};
  return judge("easyToAnswer", [
    worth(scale("bothLanguages"), bothLanguages(requirements)),
    worth(scale("freeFile"), freeFile(requirements)),
    worth(scale("noMandatoryVisit"), noMandatoryVisit(requirements)),
    worth(scale("advance"), advance(tender.terms?.advanceShare)),
  ]);
};
