import { seenEstimate } from "../estimate.ts";
import { type Given, seenSum } from "../given.ts";
import { broken, type Judgement, judge, met, unknown } from "../judgement.ts";
import type { Estimate } from "../tender.ts";

/** The estimate as printed, 0 included; a single lot is the whole contract. */
const printed = ({ tender, subject }: Given): Estimate | undefined => {
  if (subject.lot === null) return tender.estimate;
  return subject.lot.estimate ?? (tender.lots?.length === 1 ? tender.estimate : undefined);
};

/** The buyer publishes an estimate for each lot; the portal prints 0,00 for one that is not disclosed. */
export const estimatePublished = (given: Given): Judgement => {
  const { estimate } = given.subject;
  if (estimate.value !== undefined)
    return judge("estimatePublished", [met({ evidence: seenEstimate(estimate) })]);
  return judge("", [
    printed(given) === undefined
      ? unknown("estimateUnknown", [estimate.at])
      : broken("notDisclosed", { evidence: [seenSum(`${estimate.at}/amount`, 0)] }),
  ]);
};
