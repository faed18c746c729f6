import { estimateWithTax, isExactWithTax, seenEstimate, taxMissing } from "./estimate.ts";
import type { ArithmeticStep, Evidence } from "./finding.ts";
import { type Given, seen, seenSum } from "./given.ts";
import { type Bid, bestByLowestPrice, bestByReferencePrice, referencePriceSteps } from "./ranking.ts";
import { type Located, lotsUnsaid } from "./subject.ts";
import type { Award, Offer } from "./tender.ts";

/** The offers that share the best place, or the facts that would tell. */
export type Best =
  | {
      readonly ids: readonly string[];
      readonly evidence: readonly Evidence[];
      readonly arithmetic: readonly ArithmeticStep[];
    }
  | { readonly ids: null; readonly missing: readonly string[]; readonly evidence: readonly Evidence[] };

/** Beyond this many offers of unknown admission, the cases are too many to try. */
const MOST_TRIED = 8;

const isOpen = ({ value }: Located<Offer>): boolean => value?.admitted === undefined;
const mayCount = ({ value }: Located<Offer>): boolean => value?.admitted !== false;

/** Facts without which no ranking can be computed. */
const absent = (offers: readonly Located<Offer>[]): readonly string[] =>
  offers.filter(mayCount).flatMap(({ value, at }) => (value?.amount === undefined ? [`${at}/amount`] : []));

const bidsOf = (offers: readonly Located<Offer>[]): readonly Bid[] =>
  offers.flatMap(({ value }) =>
    value?.amount === undefined ? [] : [{ id: value.id, centimes: value.amount.centimes }],
  );

/** Every way in which the offers of unknown admission may be admitted or not. */
const casesOf = (offers: readonly Located<Offer>[]): readonly (readonly Bid[])[] => {
  const sure = offers.filter(({ value }) => value?.admitted === true);
  const open = offers.filter(isOpen);
  return Array.from({ length: 2 ** open.length }, (_, mask) =>
    bidsOf([...sure, ...open.filter((__, bit) => Math.floor(mask / 2 ** bit) % 2 === 1)]),
  );
};

const evidenceOf = (offers: readonly Located<Offer>[]): readonly Evidence[] =>
  offers.flatMap(({ value, at }) => [
    ...(value?.amount === undefined ? [] : [seenSum(`${at}/amount`, value.amount.centimes)]),
    ...(value?.admitted === undefined ? [] : [seen(`${at}/admitted`, value.admitted)]),
  ]);

/** What is awarded was offered: an empty list has left the offers out. */
const isListed = (offers: Given["subject"]["offers"]): offers is readonly Located<Offer>[] =>
  offers !== undefined && offers.length > 0;

type Rank = (bids: readonly Bid[]) => readonly Bid[] | null;

/** The best place, when it is the same in every case. */
const sameInAll = (cases: readonly (readonly Bid[])[], rank: Rank): readonly string[] | null => {
  const answers = cases.map((bids) => rank(bids)?.map(({ id }) => id) ?? null);
  const [first] = answers;
  if (first === undefined || first === null) return null;
  return answers.every((answer) => answer?.join("\n") === first.join("\n")) ? first : null;
};

const rankAll = (
  offers: readonly Located<Offer>[],
  rank: Rank,
  steps: (bids: readonly Bid[]) => readonly ArithmeticStep[],
  doubt: readonly string[],
): Best => {
  const evidence = evidenceOf(offers);
  const open = offers.filter(isOpen);
  const missing = [...absent(offers), ...open.map(({ at }) => `${at}/admitted`)];
  const isRankable = absent(offers).length === 0 && open.length <= MOST_TRIED;
  const ids = isRankable ? sameInAll(casesOf(offers), rank) : null;
  if (ids === null) return { ids, evidence, missing: missing.length > 0 ? missing : doubt };
  return { ids, evidence, arithmetic: steps(bidsOf(offers.filter(({ value }) => value?.admitted === true))) };
};

const UNLISTED: Best = { ids: null, missing: ["/offers"], evidence: [] };

/** Do all offers that may count ask the same? They share the best place, whatever the reference price. */
const areEqual = (offers: readonly Located<Offer>[]): boolean => {
  const sums = offers.filter(mayCount).map(({ value }) => value?.amount?.centimes);
  return sums.length > 0 && sums.every((sum) => sum !== undefined && sum === sums[0]);
};

/** Best offers by the reference price of art. 44; the mean is over the admitted offers, with tax. */
export const bestByReference = (given: Given): Best => {
  const { offers, estimate } = given.subject;
  if (!isListed(offers)) return UNLISTED;
  if (!isExactWithTax(estimate.value) && areEqual(offers))
    return rankAll(offers, bestByLowestPrice, () => [], []);
  if (estimate.value === undefined)
    return { ids: null, missing: [estimate.at], evidence: evidenceOf(offers) };
  const range = estimateWithTax(given, estimate.value);
  const steps = (bids: readonly Bid[]) => (bids.length === 0 ? [] : referencePriceSteps(bids, range.low));
  const rank = (bids: readonly Bid[]) => bestByReferencePrice(bids, range);
  const best = rankAll(offers, rank, steps, taxMissing(estimate));
  return { ...best, evidence: [...seenEstimate(estimate), ...best.evidence] };
};

/** Best offers by the lowest amount. */
export const bestByPrice = ({ subject: { offers } }: Given): Best =>
  isListed(offers) ? rankAll(offers, bestByLowestPrice, () => [], ["/offers"]) : UNLISTED;

/** Do offers or awards speak of lots that the document does not list? They cannot be ranked together. */
export const isDividedUnknown = ({ tender: { lots, offers, awards } }: Given): boolean =>
  lots === undefined && [...(offers ?? []), ...(awards ?? [])].some(({ lot }) => lot !== undefined);

/** Where offers and awards, ranked lot by lot, do not say which lot they are for. */
export const lotsUnsaidIn = ({ tender, subject }: Given): readonly string[] =>
  subject.lot === null ? [] : lotsUnsaid(tender);

const isBy = (offer: Offer | undefined, { offerId, tenderer }: Award): boolean => {
  if (offerId !== undefined) return offer?.id === offerId;
  const { ice, name } = tenderer ?? {};
  const { ice: itsIce, name: itsName } = offer?.tenderer ?? {};
  return (ice !== undefined && itsIce === ice) || (name !== undefined && itsName === name);
};

/** Where the offer that won stands: by its id, else by the one tenderer of that ICE or name; null when it cannot be told. */
const winningOffer = ({ subject: { offers } }: Given, award: Award): Located<Offer> | null => {
  const same = (offers ?? []).filter(({ value }) => isBy(value, award));
  return same.length === 1 ? (same[0] ?? null) : null;
};

/** The offer that won; null when it cannot be told. */
export const winnerOf = (given: Given, award: Award): Offer | null =>
  winningOffer(given, award)?.value ?? null;

/** What would mend an award without an admitted offer: the winner's admission, else the list of offers. */
export const admissionMissing = (given: Given, award: Award): readonly string[] => {
  const winner = winningOffer(given, award);
  return [winner === null ? "/offers" : `${winner.at}/admitted`];
};
