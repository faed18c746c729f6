import { type Given, seen } from "../given.ts";
import { broken, inapplicable, type Judgement, judge, met, unknown } from "../judgement.ts";

/** Offers are ranked by the reference price, not by a grid of points nor by the lowest price alone. */
export const evaluationMethod = ({ tender, study }: Given): Judgement => {
  const at = "/evaluation/method";
  const method = tender.evaluation?.method;
  if (study.value)
    return inapplicable("studies", { evidence: [seen(study.fromWords ? "/title" : "/studies", true)] });
  if (method === undefined) return judge("", [unknown("methodUnknown", [at])]);
  const evidence = [seen(at, method)];
  // A markup on given unit costs has no reference price, whatever the procedure is called.
  if (method === "markup") return inapplicable("byMarkup", { evidence });
  if (method === "points") return judge("", [broken("pointsGrid", { evidence })]);
  if (method === "lowestPrice") return judge("", [broken("lowestPriceAlone", { evidence })]);
  return judge("byReferencePrice", [met({ evidence })]);
};
