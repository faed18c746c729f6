import { type Given, seen } from "../given.ts";
import { broken, type Condition, type Judgement, judge, met, unknown } from "../judgement.ts";
import type { Requirements } from "../tender.ts";

const AT = "/requirements";
const isCertificate = (kind: string): boolean =>
  kind === "taxCertificate" || kind === "socialSecurityCertificate";

/** A certificate listed nowhere is asked nowhere: its half passes. */
const onlyAtAward = ({ papers }: Requirements): Condition => {
  if (papers === undefined) return unknown("papersUnknown", [`${AT}/papers`]);
  const listed = papers.flatMap((paper, index) =>
    isCertificate(paper.kind) ? [{ paper, at: `${AT}/papers/${index}` }] : [],
  );
  const evidence = listed.map(({ paper, at }) => seen(`${at}/kind`, paper.kind));
  if (listed.some(({ paper }) => paper.phase === "bid")) return broken("certificatesWithOffer", { evidence });
  const missing = listed.filter(({ paper }) => paper.phase === undefined).map(({ at }) => `${at}/phase`);
  return missing.length > 0 ? unknown("phaseUnknown", missing, { evidence }) : met({ evidence });
};

const timeEnough = ({ completionDays }: Requirements, minimum: number): Condition => {
  const at = `${AT}/completionDays`;
  if (completionDays === undefined) return unknown("completionUnknown", [at]);
  const isEnough = completionDays >= minimum;
  const expression = `${completionDays} ${isEnough ? "≥" : "<"} ${minimum}`;
  const facts = {
    evidence: [seen(at, completionDays)],
    arithmetic: [{ label: "completionDays", expression, value: completionDays }],
  };
  return isEnough ? met(facts) : broken("completionTooShort", facts);
};

/** Tax and social-security certificates are asked of the winner alone, with time to bring them. */
export const certificatesAtAward = ({ tender, read }: Given): Judgement => {
  const requirements = tender.requirements ?? {};
  return judge("askedAtAward", [
    onlyAtAward(requirements),
    timeEnough(requirements, read("completion-days")),
  ]);
};
