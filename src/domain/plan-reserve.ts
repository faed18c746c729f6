import type { BuyerYear, YearEntry } from "./year.ts";
import { gapTo, reserveOf, reserveParts } from "./year-reserve.ts";

/** A call of the programme that may still be reserved. */
export interface Candidate {
  /** Place in `entries`. */
  readonly index: number;
  readonly entry: YearEntry;
  readonly centimes: number;
}

/** Calls to reserve so that the share is reached, and what is still missing after them, in centimes. */
export interface ReservePlan {
  readonly gap: number;
  readonly chosen: readonly Candidate[];
  readonly left: number;
}

/** How many cooperatives work in the sector of a call; 0 where it is not known. */
export type Answerers = (entry: YearEntry) => number;

/** Calls not launched yet, not reserved, of a known amount; agreements and orders are outside the share. */
export const candidatesIn = ({ entries = [] }: BuyerYear): readonly Candidate[] =>
  entries.flatMap((entry, index) => {
    const centimes = entry.amount?.centimes ?? 0;
    const isOutside = entry.procedure === "purchaseOrder" || entry.procedure === "ordinaryLaw";
    return entry.launched === true || entry.reserved === true || isOutside || centimes === 0
      ? []
      : [{ index, entry, centimes }];
  });

const total = (list: readonly Candidate[]): number => list.reduce((sum, { centimes }) => sum + centimes, 0);

/** As few calls as can close the gap: the largest first. All of them where even these do not suffice. */
const fewest = (largest: readonly Candidate[], gap: number): number => {
  const count = largest.findIndex((_, index) => total(largest.slice(0, index + 1)) >= gap) + 1;
  return count === 0 ? largest.length : count;
};

/**
 * Of the sets of `count` calls that close the gap, the one whose calls most cooperatives can answer, then the one
 * that reserves least: each place takes the best call after which the largest others still suffice.
 */
const best = (largest: readonly Candidate[], count: number, gap: number, answerers: Answerers) => {
  const preferred = largest.toSorted(
    (one, other) =>
      answerers(other.entry) - answerers(one.entry) ||
      one.centimes - other.centimes ||
      one.index - other.index,
  );
  const chosen: Candidate[] = [];
  while (chosen.length < count) {
    const left = preferred.filter((each) => !chosen.includes(each));
    const suffices = (next: Candidate): boolean => {
      const others = largest.filter((each) => each !== next && !chosen.includes(each));
      return total([...chosen, next, ...others.slice(0, count - chosen.length - 1)]) >= gap;
    };
    const next = left.find(suffices) ?? left[0];
    if (next === undefined) break;
    chosen.push(next);
  }
  return chosen;
};

/**
 * Which calls to reserve to reach `share` (ten-thousandths): as few as will do, and of these the ones that most
 * cooperatives can answer. null where an amount is not known. What is not known to be reserved is not counted.
 */
export const planReserve = (year: BuyerYear, share: number, answerers: Answerers): ReservePlan | null => {
  const parts = reserveParts(year, false);
  const reserve = parts === null ? null : reserveOf(parts);
  if (reserve === null) return null;
  const gap = gapTo(reserve.low, reserve, share);
  if (gap === 0) return { gap, chosen: [], left: 0 };
  const largest = candidatesIn(year).toSorted(
    (one, other) => other.centimes - one.centimes || one.index - other.index,
  );
  const chosen = best(largest, fewest(largest, gap), gap, answerers);
  return { gap, chosen, left: Math.max(0, gap - total(chosen)) };
};

/** The year as it would be with these entries reserved: what-if. */
export const withReserved = (year: BuyerYear, indices: ReadonlySet<number>): BuyerYear =>
  year.entries === undefined
    ? year
    : {
        ...year,
        entries: year.entries.map((entry, index) =>
          indices.has(index) ? { ...entry, reserved: true } : entry,
        ),
      };
