import type { Demand } from "../../../domain/eligibility.ts";
import type { Rulebook } from "../../../domain/rulebook.ts";
import type { Exclusion } from "../../../usecases/cooperatives/matching.ts";
import { basisIn, demandName, type Wording } from "../calls/demand-words.ts";
import { fill } from "../fill.ts";

/** A demand, and how many cooperatives it shuts out. */
interface ExclusionLine {
  readonly text: string;
  readonly lot: string | null;
  readonly count: string;
  readonly unknown: string | null;
  readonly law: { readonly code: string; readonly label: string };
  readonly basis: readonly string[];
}

/** What the page of a tender says of those whom its demands shut out. */
export interface ExclusionView {
  readonly title: string;
  readonly sum: string;
  readonly lines: readonly ExclusionLine[];
}

const lawOf = ({ lawfulness: { verdict, finding } }: Demand, rulebook: Rulebook, wording: Wording) => ({
  law: { code: verdict, label: wording.words[`law_${verdict}`] ?? "" },
  basis: finding === null ? [] : basisIn(finding.legalBasis, rulebook, wording),
});

/** Demands that shut somebody out, strongest first. */
export const exclusionView = (
  { demands, together }: Exclusion,
  lots: readonly string[],
  rulebook: Rulebook,
  wording: Wording,
): ExclusionView => {
  const { words } = wording;
  const lines = demands
    .filter(({ excluded }) => excluded > 0)
    .map(({ demand, lot, excluded, unknown, of }) => ({
      text: demandName(demand, wording),
      lot: lots[lot] === undefined ? null : fill(words["lotName"], { lot: lots[lot] }),
      count: fill(words["exclusionCount"], { n: excluded, of }),
      unknown: unknown === 0 ? null : fill(words["exclusionUnknown"], { n: unknown }),
      ...lawOf(demand, rulebook, wording),
    }));
  const key = together.of === 0 ? "exclusionNobody" : "exclusionSum";
  return {
    title: words["exclusionTitle"] ?? "",
    sum: fill(words[key], { n: together.excluded, of: together.of }),
    lines,
  };
};
