import { seenEstimate } from "../estimate.ts";
import { type Given, seenSum } from "../given.ts";
import { broken, type Judgement, judge, met, unknown } from "../judgement.ts";

/** Where 0 is printed for an estimate; null when nothing is. A single lot is the whole contract. */
const printedZero = ({ tender, subject: { lot, pointer } }: Given): string | null => {
  if (lot?.estimate?.centimes === 0) return `${pointer}/estimate/amount`;
  const isWhole = lot === null || (tender.lots?.length === 1 && lot.estimate === undefined);
  return isWhole && tender.estimate?.centimes === 0 ? "/estimate/amount" : null;
};

/** The buyer publishes an estimate for each lot; the portal prints 0,00 for one that is not disclosed. */
export const estimatePublished = (given: Given): Judgement => {
  const { estimate } = given.subject;
  if (estimate.value !== undefined)
    return judge("estimatePublished", [met({ evidence: seenEstimate(estimate) })]);
  const zero = printedZero(given);
  if (zero === null) return judge("", [unknown("estimateUnknown", [estimate.at])]);
  return judge("", [broken("notDisclosed", { evidence: [seenSum(zero, 0)] })]);
};
