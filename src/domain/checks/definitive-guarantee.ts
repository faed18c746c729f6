import { type Given, seen } from "../given.ts";
import { broken, type Condition, type Judgement, judge, met, unknown } from "../judgement.ts";
import { percent, WHOLE } from "../money.ts";

interface Limit {
  readonly at: string;
  readonly label: string;
  readonly ceiling: number;
  readonly unknownReason: string;
  readonly brokenReason: string;
}

const atMost = (share: number | undefined, limit: Limit): Condition => {
  if (share === undefined) return unknown(limit.unknownReason, [limit.at]);
  const fits = share <= limit.ceiling;
  const expression = `${percent(share)} ${fits ? "≤" : ">"} ${percent(limit.ceiling)}`;
  const facts = {
    evidence: [seen(limit.at, share / WHOLE)],
    arithmetic: [{ label: limit.label, expression, value: percent(share) }],
  };
  return fits ? met(facts) : broken(limit.brokenReason, facts);
};

/** The definitive guarantee and the retention money are each at most a share of the contract. */
export const definitiveGuarantee = ({ tender: { terms }, read }: Given): Judgement =>
  judge("guaranteesWithin", [
    atMost(terms?.definitiveGuaranteeShare, {
      at: "/terms/definitiveGuaranteeShare",
      label: "definitiveGuarantee",
      ceiling: read("definitive-guarantee-ceiling"),
      unknownReason: "guaranteeUnknown",
      brokenReason: "guaranteeTooHigh",
    }),
    atMost(terms?.retentionShare, {
      at: "/terms/retentionShare",
      label: "retention",
      ceiling: read("retention-ceiling"),
      unknownReason: "retentionUnknown",
      brokenReason: "retentionTooHigh",
    }),
  ]);
