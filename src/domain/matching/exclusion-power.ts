import { answerTo } from "../eligibility/answer.ts";
import type { Demand } from "../eligibility/demand.ts";
import type { LocalDate } from "../local-date.ts";
import { matchOf, mayMatch, type MatchableCall, type MatchableProfile } from "./match.ts";

/** How many registered cooperatives of the sector and place one demand shuts out. */
export interface ExclusionPower {
  readonly demand: Demand;
  /** Index of the lot in the call. */
  readonly lot: number;
  readonly excluded: number;
  /** Of whom it cannot be told. */
  readonly unknown: number;
  readonly of: number;
}

const COOPERATIVES: ReadonlySet<string> = new Set(["cooperative", "cooperativeUnion"]);

/** The cooperatives and unions that could answer the call by their sector and place. */
export const cooperativesFor = (
  profiles: readonly MatchableProfile[],
  call: MatchableCall,
): readonly MatchableProfile[] =>
  profiles.filter((profile) => COOPERATIVES.has(profile.form) && mayMatch(profile, call));

/** Each demand of a call with the number of cooperatives that it shuts out, strongest first. */
export const exclusionPowerOf = (
  call: MatchableCall,
  profiles: readonly MatchableProfile[],
  today: LocalDate,
): readonly ExclusionPower[] => {
  const those = cooperativesFor(profiles, call);
  const days = { today, deadline: call.deadline };
  return call.lots
    .flatMap(({ demands }, lot) =>
      demands.map((demand) => {
        const answers = those.map(({ profile }) => answerTo(demand, profile, days));
        const count = (...wanted: readonly (string | null)[]): number =>
          answers.filter((answer) => wanted.includes(answer)).length;
        return { demand, lot, excluded: count("unmet"), unknown: count("ask", "unknown"), of: those.length };
      }),
    )
    .toSorted((a, b) => b.excluded - a.excluded);
};

/** How many cooperatives of the sector and place the demands shut out together: they can answer no lot. */
export interface SumOfExclusions {
  readonly excluded: number;
  readonly of: number;
}

/** All demands of a call against the cooperatives of its sector and place. */
export const shutOutTogether = (
  call: MatchableCall,
  profiles: readonly MatchableProfile[],
  today: LocalDate,
): SumOfExclusions => {
  const those = cooperativesFor(profiles, call);
  return { excluded: those.filter((each) => matchOf(each, call, today) === null).length, of: those.length };
};
