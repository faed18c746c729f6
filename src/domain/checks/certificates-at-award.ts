import { type Given, seen } from "../given.ts";
import { broken, type Condition, type Judgement, judge, met, unknown } from "../judgement.ts";
import { statedOf } from "../stated.ts";
import type { Located } from "../subject.ts";
import type { Requirements } from "../tender.ts";

type Stated<K extends keyof Requirements> = Located<Requirements[K]>;

const isCertificate = (kind: string): boolean =>
  kind === "taxCertificate" || kind === "socialSecurityCertificate";

/** A certificate listed nowhere is asked nowhere: its half passes. */
const onlyAtAward = ({ value: papers, at: list }: Stated<"papers">): Condition => {
  if (papers === undefined) return unknown("papersUnknown", [list]);
  const listed = papers.flatMap((paper, index) =>
    isCertificate(paper.kind) ? [{ paper, at: `${list}/${index}` }] : [],
  );
  const evidence = listed.map(({ paper, at }) => seen(`${at}/kind`, paper.kind));
  if (listed.some(({ paper }) => paper.phase === "bid")) return broken("certificatesWithOffer", { evidence });
  const missing = listed.filter(({ paper }) => paper.phase === undefined).map(({ at }) => `${at}/phase`);
  return missing.length > 0 ? unknown("phaseUnknown", missing, { evidence }) : met({ evidence });
};

const timeEnough = ({ value: completionDays, at }: Stated<"completionDays">, minimum: number): Condition => {
  if (completionDays === undefined) return unknown("completionUnknown", [at]);
  const isEnough = completionDays >= minimum;
  const expression = `${completionDays} ${isEnough ? "≥" : "<"} ${minimum}`;
  const facts = {
    evidence: [seen(at, completionDays)],
    arithmetic: [{ label: "completionDays", expression, value: completionDays }],
  };
  return isEnough ? met(facts) : broken("completionTooShort", facts);
};

/** Tax and social-security certificates are asked of the winner alone, with time to bring them; so in each lot. */
export const certificatesAtAward = ({ tender, read }: Given): Judgement => {
  const minimum = read("completion-days");
  return judge("askedAtAward", [
    ...statedOf(tender, "papers").map(onlyAtAward),
    ...statedOf(tender, "completionDays").map((days) => timeEnough(days, minimum)),
  ]);
};
