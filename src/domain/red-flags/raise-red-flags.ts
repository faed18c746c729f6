import type { Tender } from "../tender.ts";
import { lateWinner } from "./late-winner.ts";
import { lowestDisqualified } from "./lowest-disqualified.ts";
import { othersDisqualified } from "./others-disqualified.ts";
import {
  CARDINAL_THRESHOLDS,
  type FlagCheck,
  type FlagSubject,
  type FlagThresholds,
  type PlacedOffer,
  RED_FLAGS,
  type RedFlag,
  type RedFlagId,
} from "./red-flag.ts";
import { samePrice } from "./same-price.ts";
import { shortPeriod } from "./short-period.ts";
import { singleTenderer } from "./single-tenderer.ts";

const CHECKS: Readonly<Record<RedFlagId, FlagCheck>> = {
  R003: shortPeriod,
  R018: singleTenderer,
  R028: samePrice,
  R030: lateWinner,
  R035: othersDisqualified,
  R036: lowestDisqualified,
};
/** Flags of the call itself; the others look at the offers of each lot. */
const OF_THE_CALL: ReadonlySet<RedFlagId> = new Set<RedFlagId>(["R003"]);

const placed = ({ offers }: Tender): readonly PlacedOffer[] | undefined =>
  offers?.map((offer, index) => ({ ...offer, at: `/offers/${index}` }));

const wholeOf = (tender: Tender): FlagSubject => ({
  tender,
  lot: null,
  offers: placed(tender),
  award: tender.awards?.[0],
});

/** Offers by the lot that they name. */
const byLot = (offers: readonly PlacedOffer[]): ReadonlyMap<string | undefined, readonly PlacedOffer[]> => {
  const lots = new Map<string | undefined, PlacedOffer[]>();
  for (const offer of offers) {
    const group = lots.get(offer.lot);
    if (group === undefined) lots.set(offer.lot, [offer]);
    else group.push(offer);
  }
  return lots;
};

/** Lots are looked at apart when offers or awards say to which lot they belong. */
const subjectsOf = (tender: Tender): readonly FlagSubject[] => {
  const { offers, awards = [], lots = [] } = tender;
  const isStated = [...(offers ?? []), ...awards].some(({ lot }) => lot !== undefined);
  if (!isStated || lots.length === 0) return [wholeOf(tender)];
  const grouped = byLot(placed(tender) ?? []);
  return lots.map(({ id }) => ({
    tender,
    lot: id,
    offers: offers === undefined ? undefined : (grouped.get(id) ?? []),
    award: awards.find(({ lot }) => lot === id),
  }));
};

/** The red flags of a tender, in the order of their ids; pure, and apart from its assessment. */
export const raiseRedFlags = (
  tender: Tender,
  thresholds: FlagThresholds = CARDINAL_THRESHOLDS,
): readonly RedFlag[] => {
  const [whole, lots] = [[wholeOf(tender)], subjectsOf(tender)];
  return RED_FLAGS.flatMap((flag) =>
    (OF_THE_CALL.has(flag) ? whole : lots).map((subject) => ({
      flag,
      ...(subject.lot === null ? {} : { lot: subject.lot }),
      ...CHECKS[flag](subject, thresholds),
    })),
  );
};
