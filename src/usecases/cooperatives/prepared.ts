import { SERVICE } from "../../domain/actor.ts";
import { matchableCall } from "../../domain/matching/matchable-call.ts";
import { type MatchableCall, type MatchableProfile, matchableProfile } from "../../domain/matching/match.ts";
import type { Rulebook } from "../../domain/rulebook.ts";
import type { Call } from "../../domain/search/call.ts";
import type { MatchingPorts } from "./matching.ts";

// What matching has read once is kept: calls once a version and a law, profiles once a version.

/** Calls read once are kept, up to so many. */
const MOST_KEPT = 20_000;

/** Calls prepared for matching, once a version of the call and of the law. */
export const preparedCalls = (ports: MatchingPorts) => {
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

const READ_AT_ONCE = 200;

interface KeptProfile {
  readonly version: number;
  readonly ready: MatchableProfile;
}

/** All profiles, each read once a version. */
export const preparedProfiles = ({ profiles, understand }: MatchingPorts) => {
  let kept: ReadonlyMap<string, KeptProfile> = new Map();
  let list: readonly MatchableProfile[] = [];
  let change: number | null = null;
  const read = async (ids: readonly string[], into: Map<string, KeptProfile>): Promise<void> => {
    for (let from = 0; from < ids.length; from += READ_AT_ONCE)
      for (const { id, version, document } of await profiles.some(ids.slice(from, from + READ_AT_ONCE)))
        into.set(id, { version, ready: matchableProfile(id, understand(document)) });
  };
  return async (): Promise<readonly MatchableProfile[]> => {
    const now = await profiles.lastChange();
    if (now === change) return list;
    const current = new Map<string, KeptProfile>();
    const fresh: string[] = [];
    for (const { id, version } of await profiles.versions()) {
      const known = kept.get(id);
      if (known?.version === version) current.set(id, known);
      else fresh.push(id);
    }
    await read(fresh, current);
    kept = current;
    list = [...current.values()].map(({ ready }) => ready);
    change = now;
    return list;
  };
};
