import { SERVICE, type Actor } from "../../domain/actor.ts";
import type { Cooperative } from "../../domain/cooperative.ts";
import type { LocalDate } from "../../domain/local-date.ts";
import { type ExclusionPower, exclusionPowerOf } from "../../domain/matching/exclusion-power.ts";
import { type Grouping, groupingFor } from "../../domain/matching/grouping.ts";
import { matchableCall } from "../../domain/matching/matchable-call.ts";
import {
  type Match,
  type MatchableCall,
  type MatchableProfile,
  matchableProfile,
  matchesFor,
} from "../../domain/matching/match.ts";
import type { Rulebook } from "../../domain/rulebook.ts";
import { type Call, type Filter, NO_FILTER, type Search } from "../../domain/search/call.ts";
import type { Territory } from "../../domain/territory.ts";
import type { SearchCalls } from "../calls/search-calls.ts";
import type { UnderstandProfile } from "./own-profile.ts";
import type { ProfileStore } from "./ports.ts";
import type { JudgedCall } from "./read-call.ts";

/** A call that suits a profile, and partners when it is too large. */
export interface FoundMatch {
  readonly call: Call;
  readonly match: Match;
  readonly grouping: Grouping | null;
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

/** Calls looked at for one profile: those of its sectors and regions that close first. */
const MOST_LOOKED_AT = 1000;
const PAGE = 200;
/** Matches answered; partners are sought for the first few. */
const MOST_MATCHES = 100;
const MOST_GROUPINGS = 20;
/** Calls read once are kept, up to so many. */
const MOST_KEPT = 20_000;

const filterFor = ({ sectors, places }: Cooperative, territory: Territory): Filter => {
  const regions = (places ?? []).flatMap((code) => territory.chain(code).at(-1)?.code ?? []);
  return {
    ...NO_FILTER,
    sectors: sectors === undefined ? [] : [...sectors, null],
    regions: places === undefined ? [] : [...new Set(regions), null],
  };
};

/** The open calls worth a look. */
const callsFor = async (
  profile: Cooperative,
  { search, territory }: MatchingPorts,
): Promise<readonly Call[]> => {
  const calls: Call[] = [];
  const filter = filterFor(profile, territory);
  let after: Search["after"] = null;
  do {
    const page = await search({ text: "", filter, sort: "deadline", scope: "open", limit: PAGE, after });
    calls.push(...page.items.map(({ call }) => call));
    after = page.next;
  } while (after !== null && calls.length < MOST_LOOKED_AT);
  return calls;
};

/** Calls prepared for matching, once a version of the call and of the law. */
const preparedCalls = (ports: MatchingPorts) => {
  const kept = new Map<
    string,
    { readonly key: string; readonly law: Rulebook; readonly prepared: MatchableCall }
  >();
  return async (call: Call): Promise<MatchableCall> => {
    const [law, key] = [ports.law(), JSON.stringify(call)];
    const known = kept.get(call.id);
    if (known !== undefined && known.law === law && known.key === key) return known.prepared;
    const { tender, judged } = await ports.read(SERVICE, call.id);
    const prepared = matchableCall(call, tender, judged, law);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(call.id, { key, law, prepared });
    return prepared;
  };
};

/** All profiles, read once until one of them changes. */
const preparedProfiles = ({ profiles, understand }: MatchingPorts) => {
  let kept: { readonly change: number; readonly list: readonly MatchableProfile[] } | null = null;
  return async (): Promise<readonly MatchableProfile[]> => {
    const change = await profiles.lastChange();
    if (kept?.change === change) return kept.list;
    const list = (await profiles.all()).map(({ id, document }) => matchableProfile(id, understand(document)));
    kept = { change, list };
    return list;
  };
};

/** Matches, groupings and exclusion power over what is stored. */
export const matching = (ports: MatchingPorts) => {
  const prepare = preparedCalls(ports);
  const everyone = preparedProfiles(ports);
  return {
    /** The open calls that suit a profile, best first. */
    matches: async (id: string, profile: Cooperative): Promise<readonly FoundMatch[]> => {
      const own = matchableProfile(id, profile);
      const calls = await callsFor(profile, ports);
      const prepared: MatchableCall[] = [];
      for (const call of calls) prepared.push(await prepare(call));
      const byId = new Map(calls.map((call, index) => [call.id, { call, ready: prepared[index] }]));
      const others = await everyone();
      const found = matchesFor(own, prepared, ports.today()).slice(0, MOST_MATCHES);
      return found.flatMap((match, index) => {
        const { call, ready } = byId.get(match.callId) ?? {};
        if (call === undefined || ready === undefined) return [];
        const grouping = index < MOST_GROUPINGS ? groupingFor(own, others, ready, ports.today()) : null;
        return [{ call, match, grouping }];
      });
    },

    /** How many registered cooperatives each demand of a tender shuts out. */
    exclusionPower: async (actor: Actor, tenderId: string): Promise<readonly ExclusionPower[]> => {
      const { call, tender, judged } = await ports.read(actor, tenderId);
      return exclusionPowerOf(
        matchableCall(call, tender, judged, ports.law()),
        await everyone(),
        ports.today(),
      );
    },

    /** Names of those who wish to be shown, for groupings. */
    listed: async (ids: readonly string[]): Promise<ReadonlyMap<string, Cooperative>> => {
      const all = await everyone();
      const shown = all.filter(({ id, profile }) => ids.includes(id) && profile.isListed === true);
      return new Map(shown.map(({ id, profile }) => [id, profile]));
    },
  };
};
