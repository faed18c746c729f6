import { type Given, seen } from "../given.ts";
import { broken, type Condition, type Judgement, judge, met, unknown } from "../judgement.ts";
import { statedOf } from "../stated.ts";
import type { Located } from "../subject.ts";
import type { Requirements } from "../tender.ts";

const admitsThem = ({ value: forms, at }: Located<Requirements["legalForms"]>): Condition => {
  if (forms === undefined) return unknown("legalFormsUnknown", [at]);
  const evidence = [seen(at, forms)];
  const isAdmitted = forms.includes("all") || forms.includes("cooperative");
  return isAdmitted ? met({ evidence }) : broken("cooperativesShutOut", { evidence });
};

/** The consultation rules admit cooperatives among the legal forms, of the call and of each lot; shown is who does not. */
export const cooperativesAdmitted = ({ tender }: Given): Judgement => {
  const conditions = statedOf(tender, "legalForms").map(admitsThem);
  const shutOut = conditions.filter(({ holds }) => holds === false);
  return judge("cooperativesAdmitted", shutOut.length > 0 ? shutOut : conditions);
};
