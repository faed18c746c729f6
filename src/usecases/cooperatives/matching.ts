import type { Actor } from "../../domain/actor.ts";
import type { Assessment } from "../../domain/assessment.ts";
import type { Cooperative } from "../../domain/cooperative.ts";
import type { LocalDate } from "../../domain/local-date.ts";
import {
  type ExclusionPower,
  exclusionPowerOf,
  shutOutTogether,
  type SumOfExclusions,
} from "../../domain/matching/exclusion-power.ts";
import { type Grouping, groupingFor } from "../../domain/matching/grouping.ts";
import { matchableCall, whereaboutsOf } from "../../domain/matching/matchable-call.ts";
import {
  type Match,
  type MatchableCall,
  type MatchableProfile,
  matchableProfile,
  matchesFor,
  matchOf,
  mayMatch,
} from "../../domain/matching/match.ts";
import type { Rulebook } from "../../domain/rulebook.ts";
import { type Call, type Filter, NO_FILTER } from "../../domain/search/call.ts";
import type { Territory } from "../../domain/territory.ts";
import { everyCall } from "../calls/every-call.ts";
import type { SearchCalls } from "../calls/search-calls.ts";
import type { UnderstandProfile } from "./own-profile.ts";
import { preparedCalls, preparedProfiles } from "./prepared.ts";
import type { ProfileStore } from "./ports.ts";
import type { JudgedCall } from "./read-call.ts";

/** A call that suits a profile, and partners when it is too large. */
export interface FoundMatch {
  readonly call: Call;
  readonly match: Match;
  readonly grouping: Grouping | null;
}

/** Whom the demands of a tender shut out; `judged` is the officer's check of it. */
export interface Exclusion {
  readonly judged: Assessment;
  readonly demands: readonly ExclusionPower[];
  readonly together: SumOfExclusions;
}

/** What matching needs. */
export interface MatchingPorts {
  readonly profiles: ProfileStore;
  readonly understand: UnderstandProfile;
  readonly search: SearchCalls;
  readonly read: (actor: Actor, id: string) => Promise<JudgedCall>;
  readonly law: () => Rulebook;
  readonly territory: Territory;
  readonly today: () => LocalDate;
}

/** Open calls that are looked at for one profile; far more than are ever open. */
const MOST_LOOKED_AT = 50_000;
/** Calls that are read whole while somebody waits: those that close first. */
const MOST_READ = 2000;
/** Matches answered; partners are sought for the first few. */
const MOST_MATCHES = 100;
const MOST_GROUPINGS = 20;

const filterFor = ({ sectors, places }: Cooperative, territory: Territory): Filter => {
  const regions = (places ?? []).flatMap((code) => territory.chain(code).at(-1)?.code ?? []);
  return {
    ...NO_FILTER,
    sectors: sectors === undefined ? [] : [...sectors, null],
    regions: places === undefined ? [] : [...new Set(regions), null],
  };
};

/** The open calls of its sectors and places, those that close first before the others. */
const callsFor = async (
  own: MatchableProfile,
  { search, territory }: MatchingPorts,
): Promise<readonly Call[]> => {
  const asked = {
    text: "",
    filter: filterFor(own.profile, territory),
    sort: "deadline",
    scope: "open",
    after: null,
  } as const;
  const calls: Call[] = [];
  for await (const page of everyCall(search, asked, MOST_LOOKED_AT, true))
    calls.push(...page.filter((call) => mayMatch(own, whereaboutsOf(call))));
  return calls;
};

/** A match with what it was made of. */
interface Suited {
  readonly call: Call;
  readonly ready: MatchableCall;
  readonly match: Match;
}

/** Matches, groupings and exclusion power over what is stored. */
export const matching = (ports: MatchingPorts) => {
  const prepare = preparedCalls(ports);
  const everyone = preparedProfiles(ports);
  const suitedTo = async (own: MatchableProfile, most: number): Promise<readonly Suited[]> => {
    const read = new Map<string, { readonly call: Call; readonly ready: MatchableCall }>();
    for (const call of (await callsFor(own, ports)).slice(0, most))
      read.set(call.id, { call, ready: await prepare(call) });
    const ready = [...read.values()].map((each) => each.ready);
    return matchesFor(own, ready, ports.today()).flatMap((match) => {
      const found = read.get(match.callId);
      return found === undefined ? [] : [{ ...found, match }];
    });
  };
  return {
    /** The open calls that suit a profile, best first, with partners for those that are too large. */
    matches: async (id: string, profile: Cooperative): Promise<readonly FoundMatch[]> => {
      const own = matchableProfile(id, profile);
      const suited = (await suitedTo(own, MOST_READ)).slice(0, MOST_MATCHES);
      const others = await everyone();
      return suited.map(({ call, ready, match }, index) => ({
        call,
        match,
        grouping: index < MOST_GROUPINGS ? groupingFor(own, others, ready, ports.today()) : null,
      }));
    },

    /** Every open call that suits a profile, best first: what an alert tells, without partners. */
    suitableCalls: async (id: string, profile: Cooperative): Promise<readonly Call[]> =>
      (await suitedTo(matchableProfile(id, profile), MOST_LOOKED_AT)).map(({ call }) => call),

    /** Partners for a call that is too large for the profile; null: it needs nobody, or nobody helps. */
    groupingIn: async (
      id: string,
      profile: Cooperative,
      { call, tender, judged }: JudgedCall,
    ): Promise<Grouping | null> => {
      const ready = matchableCall(call, tender, judged, ports.law());
      const own = matchableProfile(id, profile);
      const [others, today] = [await everyone(), ports.today()];
      return matchOf(own, ready, today) === null ? null : groupingFor(own, others, ready, today);
    },

    /** How many registered cooperatives each demand of a tender shuts out, and all of them together. */
    exclusionPower: async (actor: Actor, tenderId: string): Promise<Exclusion> => {
      const { call, tender, judged } = await ports.read(actor, tenderId);
      const ready = matchableCall(call, tender, judged, ports.law());
      const [others, today] = [await everyone(), ports.today()];
      return {
        judged,
        demands: exclusionPowerOf(ready, others, today),
        together: shutOutTogether(ready, others, today),
      };
    },

    /** Names of those who wish to be shown, for groupings. */
    listed: async (ids: readonly string[]): Promise<ReadonlyMap<string, Cooperative>> => {
      const all = await everyone();
      const shown = all.filter(({ id, profile }) => ids.includes(id) && profile.isListed === true);
      return new Map(shown.map(({ id, profile }) => [id, profile]));
    },
  };
};
