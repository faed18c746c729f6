import { type Confirmation, withConfirmations } from "../domain/confirmation.ts";
import type { Rulebook } from "../domain/rulebook.ts";
import type { ConfirmationStore } from "./ports.ts";

/** The rulebook as jurists have confirmed it so far, and the way to confirm more. */
export interface ConfirmedLaw {
  readonly current: () => Rulebook;
  readonly list: () => readonly Confirmation[];
  /** Durable when it resolves; every later check uses it. */
  readonly confirm: (confirmation: Confirmation) => Promise<void>;
}

/** Reads what was confirmed before, and keeps what is confirmed now. */
export const confirmedLaw = async (rulebook: Rulebook, store: ConfirmationStore): Promise<ConfirmedLaw> => {
  let confirmations = await store.list();
  let current = withConfirmations(rulebook, confirmations);
  return {
    current: () => current,
    list: () => confirmations,
    confirm: async (confirmation) => {
      await store.append(confirmation);
      confirmations = await store.list();
      current = withConfirmations(rulebook, confirmations);
    },
  };
};
