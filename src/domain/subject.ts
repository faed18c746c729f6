import { type Summed, sumOf } from "./money.ts";
import type { LotFact } from "./rulebook.ts";
import type { Amount, Award, Estimate, LocalText, Lot, Offer, Reservation, Tender } from "./tender.ts";

/** A value and where the user wrote it; `at` is where it would stand when it is unknown. */
export interface Located<T> {
  readonly value: T | undefined;
  readonly at: string;
}

/** What a rule judges: the whole tender, or one lot, which inherits what it omits except amounts. */
export interface Subject {
  readonly lot: Lot | null;
  /** `""` for the tender, `/lots/0` for its first lot. */
  readonly pointer: string;
  readonly title: LocalText;
  readonly estimate: Located<Summed>;
  readonly guarantee: Located<Amount>;
  readonly reservation: Located<Reservation>;
  readonly offers: readonly Located<Offer>[] | undefined;
  readonly award: Award | undefined;
  /** Part of the rule's points that this subject carries, 0–1. */
  readonly weight: number;
  /** False when a lot's estimate is unknown, so that lots weigh equally for want of better. */
  readonly weightKnown: boolean;
}

const located = (offers: readonly Offer[] | undefined): readonly Located<Offer>[] | undefined =>
  offers?.map((value, index) => ({ value, at: `/offers/${index}` }));

/** An estimate of 0 means "not disclosed" on the portal: unknown. */
const disclosed = (estimate: Estimate | undefined): Estimate | undefined =>
  estimate === undefined || estimate.centimes === 0 ? undefined : estimate;

/** The tender's own estimate, else the sum of its lots when all are known. */
const wholeEstimate = ({ estimate, lots }: Tender): Located<Summed> => {
  const own = disclosed(estimate);
  const parts = (lots ?? []).map((lot) => disclosed(lot.estimate)).filter((part) => part !== undefined);
  if (own !== undefined || parts.length === 0 || parts.length !== lots?.length)
    return { value: own, at: "/estimate" };
  return { value: sumOf(parts), at: "/lots" };
};

/** The tender as one subject. */
export const wholeOf = (tender: Tender): Subject => ({
  lot: null,
  pointer: "",
  title: tender.title,
  estimate: wholeEstimate(tender),
  guarantee: { value: tender.provisionalGuarantee, at: "/provisionalGuarantee" },
  reservation: { value: tender.reservation, at: "/reservation" },
  offers: located(tender.offers),
  award: tender.awards?.[0],
  weight: 1,
  weightKnown: true,
});

/** A single lot is the whole contract: the tender's estimate is then the lot's. */
const estimateOfLot = (whole: Subject, lots: readonly Lot[], lot: Lot, at: string): Located<Summed> => {
  const own = disclosed(lot.estimate);
  return own === undefined && lots.length === 1 ? whole.estimate : { value: own, at: `${at}/estimate` };
};

const own = <T>(value: T | undefined, at: string, inherited: Located<T>): Located<T> =>
  value === undefined ? inherited : { value, at };

/** Lots weigh by their estimate; equally when one is unknown. */
const weightsOf = (lots: readonly Lot[]): readonly number[] | null => {
  const sums = lots.map((lot) => disclosed(lot.estimate)?.centimes ?? 0);
  if (sums.includes(0)) return null;
  const total = sums.reduce((sum, centimes) => sum + centimes, 0);
  return sums.map((centimes) => centimes / total);
};

/** The lot of an award: as it says, else that of the offer that won. */
const lotOfAward = ({ lot, offerId }: Award, offers: Tender["offers"]): string | undefined =>
  lot ?? (offerId === undefined ? undefined : offers?.find(({ id }) => id === offerId)?.lot);

/** Offers that may count and awards that do not say which of several lots they are for. */
export const lotsUnsaid = ({ lots = [], offers = [], awards = [] }: Tender): readonly string[] =>
  lots.length < 2
    ? []
    : [
        ...offers.flatMap(({ lot, admitted }, index) =>
          lot === undefined && admitted !== false ? [`/offers/${index}/lot`] : [],
        ),
        ...awards.flatMap((award) =>
          lotOfAward(award, offers) === undefined ? [`${award.pointer}/lot`] : [],
        ),
      ];

/** The lots as subjects, in the document's order. */
export const lotsOf = (tender: Tender, whole: Subject): readonly Subject[] => {
  const { lots = [], offers, awards } = tender;
  if (lots.length === 0) return [];
  const weights = weightsOf(lots);
  return lots.map((lot, index) => {
    const pointer = `/lots/${index}`;
    const isHere = (id: string | undefined): boolean =>
      id === lot.id || (id === undefined && lots.length === 1);
    return {
      lot,
      pointer,
      title: lot.title ?? tender.title,
      estimate: estimateOfLot(whole, lots, lot, pointer),
      guarantee: { value: lot.provisionalGuarantee, at: `${pointer}/provisionalGuarantee` },
      reservation: own(lot.reservation, `${pointer}/reservation`, whole.reservation),
      offers: whole.offers?.filter(({ value }) => isHere(value?.lot)),
      award: awards?.find((award) => isHere(lotOfAward(award, offers))),
      weight: weights?.[index] ?? 1 / lots.length,
      weightKnown: weights !== null || lots.length === 1,
    };
  });
};

const isOfLot = ({ lot }: Offer | Award): boolean => lot !== undefined;

/** Does a lot state the fact by which a rule is judged lot by lot? */
const states = ({ offers, awards }: Tender, lots: readonly Lot[], fact: LotFact): boolean => {
  if (fact === "estimate") return true;
  if (fact === "guarantee") return lots.some((lot) => lot.provisionalGuarantee !== undefined);
  if (fact === "reservation") return lots.some((lot) => lot.reservation !== undefined);
  if (fact === "capacity")
    return lots.some(
      ({ requirements: { minimumTurnover, similarReferences } = {} }) =>
        minimumTurnover !== undefined || similarReferences !== undefined,
    );
  return offers?.some(isOfLot) === true || awards?.some(isOfLot) === true;
};

/** Is a rule judged lot by lot: is it such a rule, and does a lot state its fact? */
export const isByLot = (tender: Tender, fact: LotFact | undefined): boolean =>
  fact !== undefined &&
  tender.lots !== undefined &&
  tender.lots.length > 0 &&
  states(tender, tender.lots, fact);
