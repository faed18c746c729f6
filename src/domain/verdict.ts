import type { SectorFinding, Verdict } from "./assessment.ts";
import type { RuledFinding } from "./judge-rule.ts";

const isOpen = ({ finding }: RuledFinding): boolean => finding.outcome === "cantTell";

/** A finding that the verdict waits for: it might still turn out to be a breach. */
export const blocksVerdict = (ruled: RuledFinding): boolean => isOpen(ruled) && ruled.canBreach;

/** The legal verdict; the index has no part in it. */
export const verdictOf = (sector: SectorFinding, findings: readonly RuledFinding[]): Verdict => {
  if (sector.code === "other") return "outOfScope";
  if (findings.some(({ finding }) => finding.effect === "breach")) return "nonCompliant";
  if (sector.code === null || findings.some(blocksVerdict)) return "undetermined";
  const binding = findings.filter(({ isBinding }) => isBinding);
  const isReserved = binding.some((ruled) => isOpen(ruled) || ruled.finding.effect === "warning");
  return isReserved ? "compliantWithReservations" : "compliant";
};
