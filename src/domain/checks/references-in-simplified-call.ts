import { type Given, seen } from "../given.ts";
import { broken, type Condition, type Judgement, judge, met, unknown } from "../judgement.ts";
import { statedOf } from "../stated.ts";
import type { Located } from "../subject.ts";
import type { PaperKind, Requirements } from "../tender.ts";

const HEAVY: ReadonlySet<PaperKind> = new Set(["references", "workPlan"]);

const noHeavyPaper = ({ value: papers, at }: Located<Requirements["papers"]>): Condition => {
  if (papers === undefined) return unknown("papersUnknown", [at]);
  const evidence = papers.flatMap(({ kind }, index) =>
    HEAVY.has(kind) ? [seen(`${at}/${index}/kind`, kind)] : [],
  );
  return evidence.length === 0 ? met() : broken("referencesAsked", { evidence });
};

const noReferenceCount = ({ value, at: place }: Located<Requirements["similarReferences"]>): Condition => {
  const at = `${place}/count`;
  const count = value?.count;
  if (count === undefined) return unknown("countUnknown", [at]);
  const evidence = [seen(at, count)];
  return count === 0 ? met({ evidence }) : broken("referencesAsked", { evidence });
};

/** A simplified call asks for neither references nor a work plan, for no lot either. */
export const referencesInSimplifiedCall = ({ tender }: Given): Judgement =>
  judge("noReferences", [
    ...statedOf(tender, "papers").map(noHeavyPaper),
    ...statedOf(tender, "similarReferences").map(noReferenceCount),
  ]);
