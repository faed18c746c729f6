import type { Question } from "./assessment.ts";
import type { RuledFinding } from "./judge-rule.ts";
import { blocksVerdict } from "./verdict.ts";

interface Ranked extends Question {
  /** Rules that keep the verdict open for want of this fact. */
  readonly blocking: number;
}

const rank = (pointer: string, findings: readonly RuledFinding[]): Ranked => ({
  pointer,
  resolves: [...new Set(findings.map(({ finding }) => finding.rule))],
  gain: findings.reduce((sum, { finding }) => sum + (finding.points?.undetermined ?? 0), 0),
  blocking: findings.filter(blocksVerdict).length,
});

/** The verdict first, then the index, then the number of rules; the pointer decides what is still equal. */
const byUse = (a: Ranked, b: Ranked): number =>
  b.blocking - a.blocking ||
  b.gain - a.gain ||
  b.resolves.length - a.resolves.length ||
  (a.pointer < b.pointer ? -1 : 1);

/** The facts that would settle what is open, most useful first. */
export const questionsOf = (findings: readonly RuledFinding[]): readonly Question[] => {
  const byPointer = new Map<string, RuledFinding[]>();
  for (const ruled of findings)
    for (const pointer of ruled.finding.missing)
      byPointer.set(pointer, [...(byPointer.get(pointer) ?? []), ruled]);
  const ranked = [...byPointer].map(([pointer, list]) => rank(pointer, list));
  return ranked.toSorted(byUse).map(({ pointer, resolves, gain }) => ({ pointer, resolves, gain }));
};
