import { type Given, seen } from "../given.ts";
import { broken, type Judgement, judge, met, unknown } from "../judgement.ts";
import { percent, WHOLE } from "../money.ts";

/** The contract allows at most a share of it to be subcontracted. */
export const subcontractingShare = ({ tender, read }: Given): Judgement => {
  const at = "/terms/subcontractingMaxShare";
  const ceiling = read("subcontracting-ceiling");
  const share = tender.terms?.subcontractingMaxShare;
  if (share === undefined) return judge("", [unknown("shareUnknown", [at])]);
  const fits = share <= ceiling;
  const expression = `${percent(share)} ${fits ? "≤" : ">"} ${percent(ceiling)}`;
  const facts = {
    evidence: [seen(at, share / WHOLE)],
    arithmetic: [{ label: "subcontracting", expression, value: percent(share) }],
  };
  return judge("shareWithin", [fits ? met(facts) : broken("shareTooHigh", facts)]);
};
