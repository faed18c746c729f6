import type { Sector, Tender } from "./domain/tender.ts";
import { profileStore } from "./store/cooperatives/profile-store.ts";
import type { Database } from "./store/open-database.ts";
import { yearStore } from "./store/year-store.ts";
import type { Document } from "./usecases/ports.ts";
import { type YearService, yearService } from "./usecases/years.ts";

/** Buyers' years, over a database that is migrated. */
export const composeYears = (
  database: Database,
  understand: (document: Document) => Tender,
  now: () => Date,
): YearService => {
  const profiles = profileStore(database, now);
  return yearService({
    years: yearStore(database, now),
    understand,
    cooperativeSectors: async () =>
      (await profiles.all()).map(({ document }) => (document["sectors"] ?? []) as readonly Sector[]),
    lastChange: profiles.lastChange,
  });
};
