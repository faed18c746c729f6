import type { Cooperative, ProfileForm } from "../cooperative.ts";
import { answerTo, type Days, type EligibilityOutcome, outcomeOf } from "../eligibility/answer.ts";
import type { Demand } from "../eligibility/demand.ts";
import type { LocalDate } from "../local-date.ts";
import type { Family, Sector } from "../tender.ts";

// Thousands of profiles meet hundreds of calls: what can be read of a call alone is read once, and most pairs are
// settled by their sector and place.

/** A call, or one of its lots, prepared for matching. */
export interface MatchableLot {
  readonly demands: readonly Demand[];
  /** Centimes; null when unknown. */
  readonly amount: number | null;
  readonly family: Family | null;
}

/** A call prepared for matching. */
export interface MatchableCall {
  readonly id: string;
  readonly sector: Sector | null;
  readonly families: readonly Family[];
  /** Codes of its place and of all that hold it; empty when unknown. */
  readonly places: readonly string[];
  readonly commune: string | null;
  readonly province: string | null;
  readonly reserved: boolean | null;
  readonly deadline: LocalDate | null;
  readonly lots: readonly MatchableLot[];
}

export type MatchReason =
  | "sector"
  | "family"
  | "sectorUnknown"
  | "sameCommune"
  | "sameProvince"
  | "sameRegion"
  | "placeUnknown"
  | "reserved"
  | "withinCapacity"
  | "oneLotWithinCapacity"
  | "tooLarge"
  | "allInHand"
  | "somethingMissing"
  | "fileUnclear";

/** A call that suits a profile, and why. */
export interface Match {
  readonly callId: string;
  readonly outcome: EligibilityOutcome;
  /** Higher is better; no unit. */
  readonly score: number;
  readonly reasons: readonly MatchReason[];
}

/** A profile prepared for matching. */
export interface MatchableProfile {
  readonly id: string;
  readonly profile: Cooperative;
  readonly form: ProfileForm;
  readonly sectors: ReadonlySet<Sector> | null;
  readonly places: ReadonlySet<string> | null;
}

/** Reads a profile once. */
export const matchableProfile = (id: string, profile: Cooperative): MatchableProfile => ({
  id,
  profile,
  form: profile.legalForm,
  sectors: profile.sectors === undefined ? null : new Set(profile.sectors),
  places: profile.places === undefined ? null : new Set(profile.places),
});

/** What most pairs are settled by. */
export type Whereabouts = Pick<MatchableCall, "sector" | "places">;

/** Does the profile work in the sector of the call? One that is not known is no reason to leave it out. */
const suitsSector = ({ sectors }: MatchableProfile, { sector }: Whereabouts): boolean =>
  sectors === null || sector === null || sectors.has(sector);

const suitsPlace = ({ places }: MatchableProfile, call: Whereabouts): boolean => {
  if (places === null || call.places.length === 0) return true;
  for (const code of call.places) if (places.has(code)) return true;
  return false;
};

/** Is the pair worth a closer look? */
export const mayMatch = (profile: MatchableProfile, call: Whereabouts): boolean =>
  suitsSector(profile, call) && suitsPlace(profile, call);

const ORDER: Readonly<Record<EligibilityOutcome, number>> = {
  eligible: 3,
  eligibleIf: 2,
  cantTell: 1,
  notEligible: 0,
};
const OUTCOME_REASON: Readonly<Record<EligibilityOutcome, MatchReason>> = {
  eligible: "allInHand",
  eligibleIf: "somethingMissing",
  cantTell: "fileUnclear",
  notEligible: "fileUnclear",
};

/** The best answer that the profile can give to one of the lots. */
const bestOutcome = (profile: Cooperative, call: MatchableCall, today: LocalDate): EligibilityOutcome => {
  const days: Days = { today, deadline: call.deadline };
  let best: EligibilityOutcome = "notEligible";
  for (const { demands } of call.lots) {
    const outcome = outcomeOf(demands.map((demand) => answerTo(demand, profile, days)));
    if (ORDER[outcome] > ORDER[best]) best = outcome;
  }
  return best;
};

type Weighed = readonly [weight: number, reason: MatchReason];

const bySector = ({ profile, sectors }: MatchableProfile, call: MatchableCall): Weighed | null => {
  if (profile.families?.some((family) => call.families.includes(family)) === true) return [40, "family"];
  if (call.sector === null) return [5, "sectorUnknown"];
  return sectors === null ? null : [30, "sector"];
};

const byPlace = ({ places }: MatchableProfile, call: MatchableCall): Weighed | null => {
  if (call.places.length === 0) return [5, "placeUnknown"];
  if (places === null) return null;
  if (call.commune !== null && places.has(call.commune)) return [25, "sameCommune"];
  return call.province !== null && places.has(call.province) ? [20, "sameProvince"] : [15, "sameRegion"];
};

const bySize = ({ profile }: MatchableProfile, { lots }: MatchableCall): Weighed | null => {
  const largest = profile.largestContract?.centimes;
  const amounts = lots.flatMap(({ amount }) => amount ?? []);
  if (largest === undefined || amounts.length === 0) return null;
  const whole = amounts.reduce((sum, amount) => sum + amount, 0);
  if (amounts.length === lots.length && whole <= largest) return [15, "withinCapacity"];
  return Math.min(...amounts) <= largest ? [12, "oneLotWithinCapacity"] : [-10, "tooLarge"];
};

const present = (weighed: Weighed | null): weighed is Weighed => weighed !== null;

/** Whether and why a call suits a profile; null when it does not, or the profile is shut out. */
export const matchOf = (profile: MatchableProfile, call: MatchableCall, today: LocalDate): Match | null => {
  if (!mayMatch(profile, call)) return null;
  const outcome = bestOutcome(profile.profile, call, today);
  if (outcome === "notEligible") return null;
  const reserved: Weighed | null = call.reserved === true ? [10, "reserved"] : null;
  const status: Weighed = [ORDER[outcome] * 5, OUTCOME_REASON[outcome]];
  const weighed = [
    bySector(profile, call),
    byPlace(profile, call),
    reserved,
    bySize(profile, call),
    status,
  ].filter(present);
  return {
    callId: call.id,
    outcome,
    score: weighed.reduce((sum, [weight]) => sum + weight, 0),
    reasons: weighed.map(([, reason]) => reason),
  };
};

const byScore = (a: Match, b: Match): number => b.score - a.score || (a.callId < b.callId ? 1 : -1);

/** The calls that suit a profile, best first. */
export const matchesFor = (
  profile: MatchableProfile,
  calls: readonly MatchableCall[],
  today: LocalDate,
): readonly Match[] => calls.flatMap((call) => matchOf(profile, call, today) ?? []).toSorted(byScore);
