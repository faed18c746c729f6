import type { Award } from "../tender.ts";
import type { FlagSubject, PlacedOffer } from "./red-flag.ts";

/** Who made an offer: by the ICE, else by the name, else the offer itself. */
export const tendererKey = ({ tenderer, id }: PlacedOffer): string =>
  tenderer?.ice ?? tenderer?.name?.trim().toLowerCase() ?? `offer ${id}`;

const isOf = ({ tenderer }: PlacedOffer, award: Award): boolean => {
  const { ice, name } = award.tenderer ?? {};
  return (ice !== undefined && tenderer?.ice === ice) || (name !== undefined && tenderer?.name === name);
};

/** The offer that won; null when it cannot be told which. */
export const winningOffer = ({ offers, award }: FlagSubject): PlacedOffer | null => {
  if (offers === undefined || award === undefined) return null;
  if (award.offerId !== undefined) return offers.find(({ id }) => id === award.offerId) ?? null;
  const same = offers.filter((offer) => isOf(offer, award));
  return same.length === 1 ? (same[0] ?? null) : null;
};

/** What is missing to tell the winner. */
export const winnerMissing = ({ offers, award }: FlagSubject): readonly string[] => [
  ...(offers === undefined ? ["/offers"] : []),
  ...(award === undefined ? ["/award"] : [`${award.pointer}/offerId`]),
];
