import { canonicalHash } from "./canonical-hash.ts";
import { yearPorts } from "./compose-packs.ts";
import { letterheadOf } from "./compose-reports.ts";
import type { Config } from "./config.ts";
import { SERVICE } from "./domain/actor.ts";
import { withConfirmations } from "./domain/confirmation.ts";
import { acceptTender } from "./intake/read-tender.ts";
import { acceptYear } from "./intake/read-year.ts";
import { packArchive } from "./pack/pack-files.ts";
import type { Letterhead } from "./report/letterhead/read-letterhead.ts";
import { openPress } from "./report/press.ts";
import { loadRulebook } from "./rulebook/load-rulebook.ts";
import { awardedTenders } from "./store/buyer-tenders.ts";
import { confirmationsOf } from "./store/confirmation-store.ts";
import { type Database, type DatabaseLocation, migrate, openDatabase } from "./store/open-database.ts";
import { gatherPack, type MakePack, type PackOrder } from "./usecases/packs.ts";

/** What was valid when it was stored; a format that grew since would say so here. */
const stillValid = <T>(
  read: ({ readonly ok: true } & T) | { readonly ok: false; readonly errors: unknown },
): T => {
  if (!read.ok) throw new Error(`a stored document is no longer valid: ${JSON.stringify(read.errors)}`);
  return read;
};

/** Packs of buyers' years, made in this thread. */
const packOver = (database: Database, letterhead: Letterhead | null): MakePack => {
  const gather = gatherPack({
    ...yearPorts(database),
    tendersOf: (actor, buyer) => awardedTenders(database, actor, buyer),
    understand: (document) => stillValid(acceptTender(document)).tender,
    understandYear: (document) => stillValid(acceptYear(document)).year,
  });
  const tools = { press: openPress(letterhead), hash: canonicalHash };
  return async (actor, order, rulebook) => packArchive(await gather(actor, order, rulebook), rulebook, tools);
};

/** The same over connections of its own; close it when done. */
export const composePack = (location: DatabaseLocation, letterhead: Letterhead | null) => {
  const database = openDatabase(location);
  return { makePack: packOver(database, letterhead), close: database.close };
};

/**
 * One pack under the law as jurists have confirmed it, made by this process itself.
 * @throws DomainError YEAR_NOT_FOUND when nothing of the year is kept
 */
export const makePackAlone = async (config: Config, order: PackOrder): Promise<Uint8Array> => {
  const database = openDatabase(config.database);
  try {
    await migrate(database);
    const rulebook = loadRulebook(config.rulebookDirectory);
    const law = withConfirmations(rulebook, await confirmationsOf(database));
    const { bytes } = await packOver(database, letterheadOf(config))(SERVICE, order, law);
    return bytes;
  } finally {
    await database.close();
  }
};
