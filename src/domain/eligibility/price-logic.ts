import type { Judged } from "../assessment.ts";
import type { Finding, LegalBasis } from "../finding.ts";
import { lawOn } from "../law.ts";
import { type Quotient, withTax } from "../money.ts";
import type { Rulebook } from "../rulebook.ts";
import type { Subject } from "../subject.ts";
import type { EvaluationMethod, Tender } from "../tender.ts";

/** How the best offer is found, and what that means for a price. */
export interface PriceLogic {
  /** null: neither stated nor told by the procedure. */
  readonly method: EvaluationMethod | null;
  /** False when the procedure's usual method is taken for want of a stated one. */
  readonly isStated: boolean;
  /** E of the reference price P = (E + mean of the offers) ÷ 2, with tax, centimes; null when unknown. */
  readonly estimate: { readonly low: number; readonly high: number } | null;
  /** Sources of the method, and of the preference when offers tie. */
  readonly legalBasis: readonly LegalBasis[];
  readonly tieBreak: readonly LegalBasis[];
}

const rounded = ({ centimes, times, over }: Quotient): number => Math.round((centimes * times) / over);

const estimateOf = ({ estimate }: Subject, rulebook: Rulebook, judged: Judged): PriceLogic["estimate"] => {
  if (estimate.value === undefined) return null;
  const rate = lawOn(rulebook, judged.on).numberOn("vat-top-rate", judged.on ?? "")?.scaled ?? null;
  if (rate === null && estimate.value.taxIncluded !== true) return null;
  const { low, high } = withTax(estimate.value, rate ?? 0);
  return { low: rounded(low), high: rounded(high) };
};

/** A purchase order goes to the lowest quotation; an open call to the reference price. */
const usual = ({ procedure, studies }: Tender): EvaluationMethod | null => {
  if (procedure === "purchaseOrder") return "lowestPrice";
  if (procedure === "openWithMarkup") return "markup";
  if (procedure === undefined || procedure === "ordinaryLaw" || studies === true) return null;
  return "referencePrice";
};

const basisOf = (findings: readonly Finding[], rule: string): readonly LegalBasis[] =>
  findings.find((finding) => finding.rule === rule && finding.reason !== "notInForce")?.legalBasis ?? [];

/** The price logic of a call or lot. */
export const priceLogicOf = (
  tender: Tender,
  subject: Subject,
  judged: Judged,
  rulebook: Rulebook,
): PriceLogic => {
  const stated = tender.evaluation?.method;
  const method = stated ?? usual(tender);
  return {
    method,
    isStated: stated !== undefined,
    estimate: estimateOf(subject, rulebook, judged),
    legalBasis: method === "referencePrice" ? basisOf(judged.findings, "evaluation-method") : [],
    tieBreak: basisOf(judged.findings, "tie-break-preference"),
  };
};
