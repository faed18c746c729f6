import type { LegalForm, Tender } from "./tender.ts";
import { PRIORITY_FORMS } from "./year-reserve.ts";

/** What was really awarded in a year, in centimes; `high` counts holders that may be of the priority group. */
export interface Awarded {
  readonly awarded: number;
  readonly low: number;
  readonly high: number;
  readonly count: number;
  /** Awards of that year whose amount is not known: in no sum. */
  readonly unknown: number;
}

/** One award of a tender, to one holder. */
export interface AwardedContract {
  readonly tender: Tender;
  /** The lot that was awarded; undefined: the whole. */
  readonly lot: string | undefined;
  readonly holder: string | undefined;
  readonly legalForm: LegalForm | undefined;
  readonly decidedOn: string | undefined;
  readonly centimes: number | undefined;
}

/** The awards of a tender, whatever their day. */
export const awardsOf = (tender: Tender): readonly AwardedContract[] =>
  (tender.awards ?? []).map(({ lot, decidedOn, amount, tenderer }) => ({
    tender,
    lot,
    holder: tenderer?.name,
    legalForm: tenderer?.legalForm,
    decidedOn,
    centimes: amount?.centimes,
  }));

/** Contracts awarded in the year; purchase orders and agreements of ordinary law are no contracts of the decree. */
export const contractsAwardedIn = (tenders: readonly Tender[], year: number): readonly AwardedContract[] =>
  tenders
    .filter(({ procedure }) => procedure !== "purchaseOrder" && procedure !== "ordinaryLaw")
    .flatMap(awardsOf)
    .filter(({ decidedOn }) => decidedOn?.startsWith(`${year}-`) === true);

/** A company may be small, a consortium may hold a cooperative: only the forms of the group tell. */
export const isOfPriorityGroup = (form: LegalForm | undefined): boolean | null =>
  form !== undefined && PRIORITY_FORMS.has(form) ? true : null;

/** The sums of contracts awarded, and the part of the priority group: never mixed with what was forecast. */
export const awardedShare = (contracts: readonly AwardedContract[]): Awarded => {
  const sum = (isCounted: (contract: AwardedContract) => boolean): number =>
    contracts.reduce((total, each) => total + (isCounted(each) ? (each.centimes ?? 0) : 0), 0);
  return {
    awarded: sum(() => true),
    low: sum(({ legalForm }) => isOfPriorityGroup(legalForm) === true),
    // Whoever is not of the group by name may still be a small enterprise.
    high: sum(() => true),
    count: contracts.length,
    unknown: contracts.filter(({ centimes }) => centimes === undefined).length,
  };
};
