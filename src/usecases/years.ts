import { type Actor, reachOf } from "../domain/actor.ts";
import { DomainError } from "../domain/errors.ts";
import type { Sector, Tender } from "../domain/tender.ts";
import type { Document } from "./ports.ts";

/** A buyer's year as it was kept. */
export interface StoredYear {
  /** Code of the buyer. */
  readonly buyer: string;
  readonly year: number;
  /** Counts replacements from 1; the ETag. */
  readonly version: number;
  readonly document: Document;
  /** ISO 8601 instant, UTC. */
  readonly changedAt: string;
}

/** What lies outside the actor's reach is not there. */
export interface YearStore {
  readonly find: (actor: Actor, buyer: string, year: number) => Promise<StoredYear | null>;
  /** `version` null: there is none yet. null when somebody else was faster. Durable when it resolves. */
  readonly put: (
    actor: Actor,
    buyer: string,
    year: number,
    version: number | null,
    document: Document,
  ) => Promise<StoredYear | null>;
  /** Documents of the buyer's tenders that speak of an award decided in the year, and perhaps some others. */
  readonly awarded: (actor: Actor, buyer: string, year: number) => Promise<readonly Document[]>;
}

/** What the buyer's year needs. */
export interface YearPorts {
  readonly years: YearStore;
  readonly understand: (document: Document) => Tender;
  /** Sectors of every known cooperative, and a number that changes when any of them does. */
  readonly cooperativeSectors: () => Promise<readonly (readonly Sector[])[]>;
  readonly lastChange: () => Promise<number>;
}

const absent = (buyer: string, year: number): DomainError =>
  new DomainError("YEAR_NOT_FOUND", { buyer, year: String(year) });

const isOwn = (actor: Actor, buyer: string): boolean => {
  const reach = reachOf(actor);
  return reach.kind === "all" || (reach.kind === "buyer" && reach.code === buyer);
};

/** Cooperatives by sector, counted again when a profile changed. */
const answerers = ({ cooperativeSectors, lastChange }: YearPorts) => {
  let kept: { readonly change: number; readonly counts: ReadonlyMap<Sector, number> } | null = null;
  return async (): Promise<ReadonlyMap<Sector, number>> => {
    const change = await lastChange();
    if (kept?.change === change) return kept.counts;
    const counts = new Map<Sector, number>();
    for (const sector of (await cooperativeSectors()).flat())
      counts.set(sector, (counts.get(sector) ?? 0) + 1);
    kept = { change, counts };
    return counts;
  };
};

/** Everything that is done with buyers' years, over the given ports. */
export const yearService = (ports: YearPorts) => ({
  /** @throws DomainError YEAR_NOT_FOUND */
  find: async (actor: Actor, buyer: string, year: number): Promise<StoredYear> => {
    const stored = await ports.years.find(actor, buyer, year);
    if (stored === null) throw absent(buyer, year);
    return stored;
  },

  /**
   * Keeps a year of the actor's own buyer, new (`version` null) or at the version that was read.
   * @throws DomainError YEAR_NOT_FOUND for another buyer, VERSION_CONFLICT when somebody else was faster
   */
  keep: async (
    actor: Actor,
    buyer: string,
    year: number,
    version: number | null,
    document: Document,
  ): Promise<StoredYear> => {
    if (!isOwn(actor, buyer)) throw absent(buyer, year);
    const stored = await ports.years.put(actor, buyer, year, version, document);
    if (stored === null) throw new DomainError("VERSION_CONFLICT", { buyer, year: String(year) });
    return stored;
  },

  /** The buyer's tenders that were awarded in the year, all of them. */
  awarded: async (actor: Actor, buyer: string, year: number): Promise<readonly Tender[]> =>
    (await ports.years.awarded(actor, buyer, year)).map(ports.understand),

  answerersBySector: answerers(ports),
});

export type YearService = ReturnType<typeof yearService>;
