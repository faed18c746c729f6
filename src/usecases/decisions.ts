import type { Actor } from "../domain/actor.ts";
import { DomainError } from "../domain/errors.ts";
import { type Decision, type DecisionKind, hindrance, isApproved } from "../domain/four-eyes.ts";

/** A step as it is kept. */
export interface KeptDecision extends Decision {
  /** ISO 8601 instant, UTC. */
  readonly at: string;
}

/** An assessment of the actor's reach, and how far its decision has come. */
export interface PendingAssessment {
  readonly assessmentId: string;
  readonly reference: string;
  readonly verdict: string;
  readonly decisions: readonly KeptDecision[];
  readonly isFourEyes: boolean;
}

/** Append-only, each step in the log with the transaction that keeps it. */
export interface DecisionStore {
  readonly history: (assessmentId: string) => Promise<readonly KeptDecision[]>;
  /** Does the buyer of this assessment ask for four eyes? */
  readonly isAsked: (assessmentId: string) => Promise<boolean>;
  /** Takes the step if `allow` still lets it, alone with the history. @throws what `allow` throws */
  readonly take: (
    assessmentId: string,
    decision: Decision,
    allow: (history: readonly Decision[]) => void,
  ) => Promise<void>;
  readonly ask: (buyer: string, isAsked: boolean) => Promise<void>;
  /** Newest first. */
  readonly pending: (actor: Actor, limit: number) => Promise<readonly PendingAssessment[]>;
}

const refuse = (history: readonly Decision[], decision: Decision): void => {
  const code = hindrance(history, decision);
  if (code !== null) throw new DomainError(code);
};

/**
 * Proposes, approves or refuses that the report of an assessment be issued.
 * @throws DomainError DECISION_OUT_OF_TURN, SAME_PERSON, NOT_A_PERSON
 */
export const decide =
  (decisions: DecisionStore) =>
  async (actor: Actor, assessmentId: string, kind: DecisionKind): Promise<readonly KeptDecision[]> => {
    if (actor.accountId === null) throw new DomainError("NOT_A_PERSON");
    if (kind !== "proposed" && actor.role !== "approver") throw new DomainError("APPROVER_REQUIRED");
    const decision = { kind, by: actor.accountId };
    await decisions.take(assessmentId, decision, (history) => refuse(history, decision));
    return decisions.history(assessmentId);
  };

/** May the report of this assessment be issued? @throws DomainError NOT_APPROVED */
export const demandApproval =
  (decisions: DecisionStore) =>
  async (assessmentId: string): Promise<void> => {
    if (!(await decisions.isAsked(assessmentId))) return;
    if (!isApproved(await decisions.history(assessmentId)))
      throw new DomainError("NOT_APPROVED", { id: assessmentId });
  };
