import { type Given, seen } from "../given.ts";
import { broken, type Condition, type Judgement, judge, met, unknown } from "../judgement.ts";
import type { PaperKind } from "../tender.ts";

const AT = "/requirements";
const HEAVY: ReadonlySet<PaperKind> = new Set(["references", "workPlan"]);

const noHeavyPaper = ({ tender }: Given): Condition => {
  const papers = tender.requirements?.papers;
  if (papers === undefined) return unknown("papersUnknown", [`${AT}/papers`]);
  const evidence = papers.flatMap(({ kind }, index) =>
    HEAVY.has(kind) ? [seen(`${AT}/papers/${index}/kind`, kind)] : [],
  );
  return evidence.length === 0 ? met() : broken("referencesAsked", { evidence });
};

const noReferenceCount = ({ tender }: Given): Condition => {
  const at = `${AT}/similarReferences/count`;
  const count = tender.requirements?.similarReferences?.count;
  if (count === undefined) return unknown("countUnknown", [at]);
  const evidence = [seen(at, count)];
  return count === 0 ? met({ evidence }) : broken("referencesAsked", { evidence });
};

/** A simplified call asks for neither references nor a work plan. */
export const referencesInSimplifiedCall = (given: Given): Judgement =>
  judge("noReferences", [noHeavyPaper(given), noReferenceCount(given)]);
