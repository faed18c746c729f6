import type { Actor } from "../../domain/actor.ts";
import type { Document } from "../ports.ts";

/** A profile as it is kept. */
export interface StoredProfile {
  readonly id: string;
  /** Counts changes from 1; the ETag. */
  readonly version: number;
  readonly document: Document;
  /** ISO 8601 instants, UTC. */
  readonly createdAt: string;
  readonly changedAt: string;
}

/** The profiles of cooperatives, in the database. */
export interface ProfileStore {
  readonly find: (id: string) => Promise<StoredProfile | null>;
  /** `version` null: there is none yet. null when somebody else was faster. */
  readonly put: (
    actor: Actor,
    id: string,
    version: number | null,
    document: Document,
  ) => Promise<StoredProfile | null>;
  /** Erases the profile and what hangs on it; answers whether there was one. */
  readonly erase: (actor: Actor, id: string) => Promise<boolean>;
  readonly all: () => Promise<readonly StoredProfile[]>;
  /** Which profiles there are, and at what version, by id. */
  readonly versions: () => Promise<readonly Pick<StoredProfile, "id" | "version">[]>;
  /** Those of the ids that are still there. */
  readonly some: (ids: readonly string[]) => Promise<readonly StoredProfile[]>;
  /** Changes with every change of a profile, so that what was read once can be kept. */
  readonly lastChange: () => Promise<number>;
}
