import type { Question } from "./assessment.ts";
import type { RuledFinding } from "./judge-rule.ts";
import { blocksVerdict } from "./verdict.ts";

/** What a fact would settle, as it is counted finding by finding. */
interface Use {
  readonly rules: Set<string>;
  gain: number;
  /** Findings that keep the verdict open for want of this fact. */
  blocking: number;
}

type Ranked = readonly [pointer: string, use: Use];

const useOf = (uses: Map<string, Use>, pointer: string): Use => {
  const known = uses.get(pointer);
  if (known !== undefined) return known;
  const use = { rules: new Set<string>(), gain: 0, blocking: 0 };
  uses.set(pointer, use);
  return use;
};

/** The verdict first, then the index, then the number of rules; the pointer decides what is still equal. */
const byUse = ([pointerA, a]: Ranked, [pointerB, b]: Ranked): number =>
  b.blocking - a.blocking || b.gain - a.gain || b.rules.size - a.rules.size || (pointerA < pointerB ? -1 : 1);

/** The facts that would settle what is open, most useful first. */
export const questionsOf = (findings: readonly RuledFinding[]): readonly Question[] => {
  const uses = new Map<string, Use>();
  for (const ruled of findings)
    for (const pointer of ruled.finding.missing) {
      const use = useOf(uses, pointer);
      use.rules.add(ruled.finding.rule);
      use.gain += ruled.finding.points?.undetermined ?? 0;
      if (blocksVerdict(ruled)) use.blocking += 1;
    }
  return [...uses]
    .toSorted(byUse)
    .map(([pointer, { rules, gain }]) => ({ pointer, resolves: [...rules], gain }));
};
