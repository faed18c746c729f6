import { type Given, seen } from "../given.ts";
import { broken, type Condition, inapplicable, type Judgement, judge, met, unknown } from "../judgement.ts";
import { isSanitary } from "../sanitary.ts";

const AT = "/requirements";

const noClassification = ({ tender }: Given): Condition => {
  const at = `${AT}/classifications`;
  const list = tender.requirements?.classifications;
  if (list === undefined) return unknown("classificationsUnknown", [at]);
  const asked = list.flatMap((text, index) =>
    text.trim() === "" || isSanitary(text) ? [] : [seen(`${at}/${index}`, text)],
  );
  return asked.length === 0
    ? met({ evidence: [seen(at, list)] })
    : broken("classificationAsked", { evidence: asked });
};

const noPaper = ({ tender }: Given): Condition => {
  const papers = tender.requirements?.papers;
  if (papers === undefined) return unknown("papersUnknown", [`${AT}/papers`]);
  const evidence = papers.flatMap(({ kind }, index) =>
    kind === "classification" ? [seen(`${AT}/papers/${index}/kind`, kind)] : [],
  );
  return evidence.length === 0 ? met() : broken("classificationAsked", { evidence });
};

/** No classification is asked for catering, events or services: none exists there, so it shuts out everybody. */
export const unrelatedClassification = (given: Given): Judgement => {
  const { code } = given.sector;
  if (code === "other") return inapplicable("otherSector", { evidence: [seen("/sector", code)] });
  const judgement = judge("noClassification", [noClassification(given), noPaper(given)]);
  // Works have classifications of their own: while the sector is open, asking for one may be right.
  if (judgement.outcome !== "failed" || code !== null) return judgement;
  return judge("", [unknown("sectorUnknown", ["/sector"], judgement)]);
};
