import { sumOf } from "./money.ts";
import type { LotFact } from "./rulebook.ts";
import type {
  Amount,
  Award,
  Estimate,
  LocalText,
  Lot,
  Offer,
  Requirements,
  Reservation,
  Tender,
} from "./tender.ts";

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
  readonly estimate: Located<Estimate>;
  readonly guarantee: Located<Amount>;
  readonly reservation: Located<Reservation>;
  readonly requirements: Located<Requirements>;
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
const wholeEstimate = ({ estimate, lots }: Tender): Located<Estimate> => {
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
  requirements: { value: tender.requirements, at: "/requirements" },
  offers: located(tender.offers),
  award: tender.awards?.[0],
  weight: 1,
  weightKnown: true,
});

/** A single lot is the whole contract: the tender's estimate is then the lot's. */
const estimateOfLot = (whole: Subject, lots: readonly Lot[], lot: Lot, at: string): Located<Estimate> => {
  const own = disclosed(lot.estimate);
  return own === undefined && lots.length === 1 ? whole.estimate : { value: own, at: `${at}/estimate` };
};

const lotOf = (tender: Tender, whole: Subject, lots: readonly Lot[], index: number, lot: Lot): Subject => {
  const pointer = `/lots/${index}`;
  const isHere = (id: string | undefined): boolean =>
    id === lot.id || (id === undefined && lots.length === 1);
  const inherits = <T>(own: T | undefined, key: string, whole_: Located<T>): Located<T> =>
    own === undefined ? whole_ : { value: own, at: `${pointer}/${key}` };
  return {
    ...whole,
    lot,
    pointer,
    title: lot.title ?? tender.title,
    estimate: estimateOfLot(whole, lots, lot, pointer),
    guarantee: { value: lot.provisionalGuarantee, at: `${pointer}/provisionalGuarantee` },
    reservation: inherits(lot.reservation, "reservation", whole.reservation),
    requirements: inherits(lot.requirements, "requirements", whole.requirements),
    offers: located(tender.offers)?.filter(({ value }) => isHere(value?.lot)),
    award: tender.awards?.find((award) => isHere(award.lot)),
    ...weightOf(lots, index),
  };
};

/** Lots weigh by their estimate; equally when one is unknown. */
const weightOf = (lots: readonly Lot[], index: number): { weight: number; weightKnown: boolean } => {
  const sums = lots.map((lot) => disclosed(lot.estimate)?.centimes);
  const total = sums.reduce<number>((sum, centimes) => sum + (centimes ?? 0), 0);
  const own = sums[index];
  if (own === undefined || sums.includes(undefined))
    return { weight: 1 / lots.length, weightKnown: lots.length === 1 };
  return { weight: own / total, weightKnown: true };
};

/** Does a lot state the fact by which a rule is judged lot by lot? */
const states = (tender: Tender, fact: LotFact): boolean => {
  const lots = tender.lots ?? [];
  const answers: Readonly<Record<LotFact, () => boolean>> = {
    estimate: () => true,
    guarantee: () => lots.some((lot) => lot.provisionalGuarantee !== undefined),
    reservation: () => lots.some((lot) => lot.reservation !== undefined),
    capacity: () => lots.some((lot) => lot.requirements !== undefined),
    award: () => [...(tender.offers ?? []), ...(tender.awards ?? [])].some(({ lot }) => lot !== undefined),
  };
  return answers[fact]();
};

/** The lots as subjects, in the document's order. */
export const lotsOf = (tender: Tender, whole: Subject): readonly Subject[] => {
  const lots = tender.lots ?? [];
  return lots.map((lot, index) => lotOf(tender, whole, lots, index, lot));
};

/** What a rule judges: each lot when it is judged by lot and a lot states its fact, else the tender. */
export const subjectsOf = (
  tender: Tender,
  whole: Subject,
  byLot: LotFact | undefined,
  lots: () => readonly Subject[],
): readonly Subject[] => {
  if (byLot === undefined || (tender.lots ?? []).length === 0 || !states(tender, byLot)) return [whole];
  return lots();
};
