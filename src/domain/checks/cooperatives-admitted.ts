import { type Given, seen } from "../given.ts";
import { broken, type Judgement, judge, met, unknown } from "../judgement.ts";

/** The consultation rules admit cooperatives among the legal forms. */
export const cooperativesAdmitted = ({ tender }: Given): Judgement => {
  const at = "/requirements/legalForms";
  const forms = tender.requirements?.legalForms;
  if (forms === undefined) return judge("", [unknown("legalFormsUnknown", [at])]);
  const evidence = [seen(at, forms)];
  const isAdmitted = forms.includes("all") || forms.includes("cooperative");
  return judge("cooperativesAdmitted", [
    isAdmitted ? met({ evidence }) : broken("cooperativesShutOut", { evidence }),
  ]);
};
