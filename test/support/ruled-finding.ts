import type { Finding } from "../../src/domain/finding.ts";
import type { RuledFinding } from "../../src/domain/judge-rule.ts";

/** A finding of a binding rule that passed, but for what is given. */
export const ruledFinding = (
  finding: Partial<Finding> = {},
  ruled: Partial<Omit<RuledFinding, "finding">> = {},
): RuledFinding => ({
  finding: {
    rule: "brands",
    outcome: "passed",
    norm: "binding",
    effect: null,
    reason: "",
    evidence: [],
    arithmetic: [],
    missing: [],
    parameters: [],
    legalBasis: [],
    points: null,
    remedy: null,
    ...finding,
  },
  canBreach: false,
  weightKnown: true,
  worth: 0,
  isBinding: true,
  confirmations: [],
  ...ruled,
});
