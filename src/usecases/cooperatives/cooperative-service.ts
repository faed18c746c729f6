import type { Actor } from "../../domain/actor.ts";
import type { Cooperative } from "../../domain/cooperative.ts";
import { type Eligibility, eligibilityOf } from "../../domain/eligibility.ts";
import { DomainError } from "../../domain/errors.ts";
import type { LocalDate, Moment } from "../../domain/local-date.ts";
import type { Grouping } from "../../domain/matching/grouping.ts";
import type { Rulebook } from "../../domain/rulebook.ts";
import type { Call } from "../../domain/search/call.ts";
import type { HolidayCalendar } from "../../domain/working-days.ts";
import { type FoundMatch, matching, type MatchingPorts } from "./matching.ts";
import { ownProfile, profileIdOf } from "./own-profile.ts";
import { type CallReading, type JudgedCall, readCall } from "./read-call.ts";

/** What the space of a cooperative needs. */
export interface CooperativePorts extends CallReading, Omit<MatchingPorts, "read" | "understand" | "today"> {
  readonly understandProfile: MatchingPorts["understand"];
  readonly calendar: HolidayCalendar;
  readonly law: () => Rulebook;
  /** The instant, with its day in Morocco. */
  readonly moment: () => Moment;
}

/** A call with what a profile can answer to it. */
export interface EligibilityAnswer extends JudgedCall {
  readonly eligibility: Eligibility;
  /** The profile that was asked; null: a cooperative of which nothing is known. */
  readonly profile: Cooperative | null;
}

/** Whoever has no profile yet sees what is asked of any cooperative. */
const ANY: Cooperative = { name: {}, legalForm: "cooperative" };

/** Everything that is done for a cooperative, over the given ports. */
export const cooperativeService = (ports: CooperativePorts) => {
  const read = readCall(ports);
  const profiles = ownProfile(ports.profiles);
  const today = (): LocalDate => ports.moment().day;
  const meet = matching({ ...ports, read, today, understand: ports.understandProfile });
  const profileOf = async (actor: Actor, id: string): Promise<Cooperative> =>
    ports.understandProfile((await profiles.find(actor, id)).document);
  return {
    profiles,
    readCall: read,

    /**
     * Whether a profile can answer a call; without one, what is asked of any cooperative.
     * @throws DomainError TENDER_NOT_FOUND, PROFILE_NOT_FOUND
     */
    eligibility: async (
      actor: Actor,
      tenderId: string,
      profileId: string | null,
    ): Promise<EligibilityAnswer> => {
      const profile = profileId === null ? null : await profileOf(actor, profileId);
      const found = await read(actor, tenderId);
      const { tender, judged } = found;
      const [law, now] = [ports.law(), ports.moment()];
      const eligibility = eligibilityOf(tender, judged, law, ports.calendar, profile ?? ANY, now);
      return { ...found, eligibility, profile };
    },

    /** @throws DomainError PROFILE_NOT_FOUND */
    matches: async (actor: Actor, profileId: string): Promise<readonly FoundMatch[]> =>
      meet.matches(profileId, await profileOf(actor, profileId)),

    /** The matches of the one who acts. @throws DomainError PROFILE_REQUIRED when there is no profile yet */
    ownMatches: async (actor: Actor): Promise<readonly FoundMatch[]> => {
      const mine = await profiles.mine(actor);
      if (mine === null) throw new DomainError("PROFILE_REQUIRED");
      return meet.matches(mine.id, ports.understandProfile(mine.document));
    },

    /**
     * Every open call that suits a profile, best first.
     * @throws DomainError PROFILE_NOT_FOUND
     */
    suitableCalls: async (actor: Actor, profileId: string): Promise<readonly Call[]> =>
      meet.suitableCalls(profileId, await profileOf(actor, profileId)),

    /** Partners for a call that is too large for the profile that was asked; null without a profile. */
    groupingFor: async (
      actor: Actor,
      { profile, ...judged }: EligibilityAnswer,
    ): Promise<Grouping | null> => {
      const id = profileIdOf(actor);
      return profile === null || id === null ? null : meet.groupingIn(id, profile, judged);
    },

    exclusionPower: meet.exclusionPower,
    partners: meet.listed,
  };
};

export type CooperativeService = ReturnType<typeof cooperativeService>;
