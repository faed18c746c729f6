import { type Given, seen } from "../given.ts";
import { broken, type Condition, inapplicable, type Judgement, judge, met, unknown } from "../judgement.ts";
import { isSanitary } from "../sanitary.ts";
import { statedOf } from "../stated.ts";
import type { Located } from "../subject.ts";
import type { Requirements } from "../tender.ts";

const noClassification = ({ value: list, at }: Located<Requirements["classifications"]>): Condition => {
  if (list === undefined) return unknown("classificationsUnknown", [at]);
  const asked = list.flatMap((text, index) =>
    text.trim() === "" || isSanitary(text) ? [] : [seen(`${at}/${index}`, text)],
  );
  return asked.length === 0
    ? met({ evidence: [seen(at, list)] })
    : broken("classificationAsked", { evidence: asked });
};

const noPaper = ({ value: papers, at }: Located<Requirements["papers"]>): Condition => {
  if (papers === undefined) return unknown("papersUnknown", [at]);
  const evidence = papers.flatMap(({ kind }, index) =>
    kind === "classification" ? [seen(`${at}/${index}/kind`, kind)] : [],
  );
  return evidence.length === 0 ? met() : broken("classificationAsked", { evidence });
};

/** No classification is asked for catering, events or services: none exists there, so it shuts out everybody. */
export const unrelatedClassification = ({ sector: { code }, tender }: Given): Judgement => {
  if (code === "other") return inapplicable("otherSector", { evidence: [seen("/sector", code)] });
  const judgement = judge("noClassification", [
    ...statedOf(tender, "classifications").map(noClassification),
    ...statedOf(tender, "papers").map(noPaper),
  ]);
  // Works have classifications of their own: while the sector is open, asking for one may be right.
  if (judgement.outcome !== "failed" || code !== null) return judgement;
  return judge("", [unknown("sectorUnknown", ["/sector"], judgement)]);
};
