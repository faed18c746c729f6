/** A step towards a report that two people answer for. */
export type DecisionKind = "proposed" | "approved" | "refused";

/** Who took which step. */
export interface Decision {
  readonly kind: DecisionKind;
  /** The account of the person. */
  readonly by: string;
}

/** Why a step may not be taken; null when it may. */
export const hindrance = (
  history: readonly Decision[],
  { kind, by }: Decision,
): "DECISION_OUT_OF_TURN" | "SAME_PERSON" | null => {
  const last = history.at(-1);
  if (kind === "proposed")
    return last === undefined || last.kind === "refused" ? null : "DECISION_OUT_OF_TURN";
  if (last?.kind !== "proposed") return "DECISION_OUT_OF_TURN";
  return last.by === by ? "SAME_PERSON" : null;
};

/** Did one propose and another approve, and is that the last word? */
export const isApproved = (history: readonly Decision[]): boolean => history.at(-1)?.kind === "approved";
