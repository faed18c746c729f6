import type { Assessment } from "../domain/assessment.ts";

/** Exit codes of the command line, a public contract. */
export const EXIT = { nothing: 0, found: 1, badInput: 2, undetermined: 3 } as const;

/** What makes `check` exit with 1. */
export type FailOn = "breach" | "warning";

const isFound = ({ findings }: Assessment, failOn: FailOn): boolean =>
  findings.some(({ effect }) => effect === "breach" || (failOn === "warning" && effect === "warning"));

/** 1 when anything is at or above the level, else 3 when a verdict is undetermined, else 0. */
export const exitCodeOf = (assessments: readonly Assessment[], failOn: FailOn): number => {
  if (assessments.some((assessment) => isFound(assessment, failOn))) return EXIT.found;
  return assessments.some(({ verdict }) => verdict === "undetermined") ? EXIT.undetermined : EXIT.nothing;
};
