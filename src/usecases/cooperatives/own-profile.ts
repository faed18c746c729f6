import type { Actor } from "../../domain/actor.ts";
import type { Cooperative } from "../../domain/cooperative.ts";
import { DomainError } from "../../domain/errors.ts";
import type { Document } from "../ports.ts";
import type { ProfileStore, StoredProfile } from "./ports.ts";

/** Reads a stored document as the domain does. */
export type UnderstandProfile = (document: Document) => Cooperative;

/** The id of the profile for which an account speaks: one given to it, else its own. null: none. */
export const profileIdOf = ({ role, cooperative, accountId }: Actor): string | null =>
  role === "cooperative" ? (cooperative ?? accountId) : null;

/** Another's profile is not there: whether it exists is nobody's business. */
const demandOwn = (actor: Actor, id: string): void => {
  if (actor.role !== "service" && profileIdOf(actor) !== id)
    throw new DomainError("PROFILE_NOT_FOUND", { id });
};

/** Reads, keeps and erases one's own profile. */
export const ownProfile = (profiles: ProfileStore) => ({
  /** @throws DomainError PROFILE_NOT_FOUND, also for another's */
  find: async (actor: Actor, id: string): Promise<StoredProfile> => {
    demandOwn(actor, id);
    const found = await profiles.find(id);
    if (found === null) throw new DomainError("PROFILE_NOT_FOUND", { id });
    return found;
  },

  /** The profile of who acts; null when there is none yet, or who acts has none. */
  mine: async (actor: Actor): Promise<StoredProfile | null> => {
    const id = profileIdOf(actor);
    return id === null ? null : profiles.find(id);
  },

  /**
   * Keeps a profile: a first one without a version, a changed one at the version that was read.
   * @throws DomainError PROFILE_NOT_FOUND for another's; VERSION_CONFLICT when somebody else was faster
   */
  put: async (
    actor: Actor,
    id: string,
    version: number | null,
    document: Document,
  ): Promise<StoredProfile> => {
    demandOwn(actor, id);
    const stored = await profiles.put(actor, id, version, document);
    if (stored === null) throw new DomainError("VERSION_CONFLICT", { id, version: String(version) });
    return stored;
  },

  /** @throws DomainError PROFILE_NOT_FOUND, also for another's */
  erase: async (actor: Actor, id: string): Promise<void> => {
    demandOwn(actor, id);
    if (!(await profiles.erase(actor, id))) throw new DomainError("PROFILE_NOT_FOUND", { id });
  },
});
