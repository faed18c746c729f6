import type { LocalDate } from "../local-date.ts";
import type { Family } from "../tender.ts";
import { matchOf, type MatchableCall, type MatchableProfile } from "./match.ts";

/** Cooperatives that together can carry a call too large for one. */
export interface Grouping {
  /** Ids, the one who asks first. */
  readonly members: readonly string[];
  /** Sum of their largest contracts, centimes. */
  readonly capacity: number;
  /** Families of the call that they offer together, and those that nobody of them does. */
  readonly covered: readonly Family[];
  readonly uncovered: readonly Family[];
}

/** A consortium of more is hard to run. */
const MOST_MEMBERS = 4;

const amountOf = ({ lots }: MatchableCall): number | null => {
  const amounts = lots.map(({ amount }) => amount);
  return amounts.includes(null) ? null : amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0);
};

const capacityOf = ({ profile }: MatchableProfile): number => profile.largestContract?.centimes ?? 0;

const adds = ({ profile }: MatchableProfile, needed: ReadonlySet<Family>): number =>
  (profile.families ?? []).filter((family) => needed.has(family)).length;

/** Who brings most families that are missing, then most capacity; the id decides what is still equal. */
const bestPartner = (
  candidates: readonly MatchableProfile[],
  needed: ReadonlySet<Family>,
): MatchableProfile | null =>
  candidates.toSorted(
    (a, b) => adds(b, needed) - adds(a, needed) || capacityOf(b) - capacityOf(a) || (a.id < b.id ? -1 : 1),
  )[0] ?? null;

/**
 * Partners for a call that is too large for the profile alone, or asks for families it does not offer: as few as
 * can carry it. Only those who wish to be shown are proposed. null: it needs nobody, nobody helps, or nobody can
 * tell, where the sum of the call or what the profile can carry is not known.
 */
export const groupingFor = (
  own: MatchableProfile,
  others: readonly MatchableProfile[],
  call: MatchableCall,
  today: LocalDate,
): Grouping | null => {
  const amount = amountOf(call);
  const needed = new Set(call.families.filter((family) => own.profile.families?.includes(family) !== true));
  if (amount === null || own.profile.largestContract === undefined) return null;
  let capacity = capacityOf(own);
  if (capacity >= amount && needed.size === 0) return null;
  let left = others.filter(
    (other) => other.id !== own.id && other.profile.isListed === true && matchOf(other, call, today) !== null,
  );
  const members = [own.id];
  while (members.length < MOST_MEMBERS && (capacity < amount || needed.size > 0)) {
    const partner = bestPartner(left, needed);
    if (partner === null || (adds(partner, needed) === 0 && capacity >= amount)) break;
    members.push(partner.id);
    capacity += capacityOf(partner);
    for (const family of partner.profile.families ?? []) needed.delete(family);
    left = left.filter(({ id }) => id !== partner.id);
  }
  if (members.length === 1 || capacity < amount) return null;
  return {
    members,
    capacity,
    covered: call.families.filter((family) => !needed.has(family)),
    uncovered: [...needed],
  };
};
