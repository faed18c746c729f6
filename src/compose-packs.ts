import { canonicalHash } from "./canonical-hash.ts";
import { letterheadOf, type ReportConfig, sayingWhere } from "./compose-reports.ts";
import type { Config } from "./config.ts";
import { SERVICE } from "./domain/actor.ts";
import { assessYear } from "./domain/assess-year.ts";
import { withConfirmations } from "./domain/confirmation.ts";
import { statutoryPack } from "./domain/pack/statutory-pack.ts";
import type { Rulebook } from "./domain/rulebook.ts";
import { acceptTender } from "./intake/read-tender.ts";
import { acceptYear } from "./intake/read-year.ts";
import { packArchive } from "./pack/pack-files.ts";
import { packPayload } from "./pack/pack-payload.ts";
import { packThread } from "./pack/pack-thread.ts";
import { packView } from "./pack/pack-view.ts";
import { writingIn } from "./pack/writing.ts";
import type { Letterhead } from "./report/letterhead/read-letterhead.ts";
import { loadRulebook } from "./rulebook/load-rulebook.ts";
import { openPress, templateOf } from "./report/press.ts";
import { buyerStore } from "./store/accounts/buyer-store.ts";
import { confirmationsOf } from "./store/confirmation-store.ts";
import { awardedTenders } from "./store/buyer-tenders.ts";
import { type Database, type DatabaseLocation, migrate, openDatabase } from "./store/open-database.ts";
import { yearStore } from "./store/year-store.ts";
import {
  demandPack,
  gatherPack,
  type MakePack,
  type PackContent,
  type PackOrder,
  type PackPorts,
} from "./usecases/packs.ts";

/** What was valid when it was stored; a format that grew since would say so here. */
const stillValid = <T>(
  read: ({ readonly ok: true } & T) | { readonly ok: false; readonly errors: unknown },
): T => {
  if (!read.ok) throw new Error(`a stored document is no longer valid: ${JSON.stringify(read.errors)}`);
  return read;
};

const yearPorts = (database: Database): Pick<PackPorts, "findYear" | "nameOf"> => ({
  findYear: yearStore(database, () => new Date()).find,
  nameOf: async (code) => (await buyerStore(database).find(code))?.name ?? null,
});

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

/** A year of which hardly anything is known, to try a letterhead on. */
const trial = (rulebook: Rulebook): PackContent => {
  const year = { buyer: { name: { fr: "Commune" } }, year: 2026, entries: [{}], purchaseOrders: [{}] };
  return {
    buyer: "0",
    pack: statutoryPack(year, [], new Set()),
    judged: assessYear(year, rulebook, null),
    document: null,
    tenders: [],
    asOf: "2026-01-01T00:00:00.000Z",
  };
};

const tryLetterhead = (letterhead: Letterhead, rulebook: Rulebook): void => {
  const press = openPress(letterhead);
  const content = trial(rulebook);
  for (const language of ["ar", "fr", "en"] as const)
    templateOf(press, "pack")(packView(content, packPayload(content), writingIn(language, rulebook)));
};

/**
 * Makes packs off the request thread, with the letterhead of the buyer; close it when done.
 * @throws DomainError LETTERHEAD_INVALID when the letterhead does not fit the pack
 */
export const packMaker = (
  config: ReportConfig & Pick<Config, "database">,
  rulebook: Rulebook,
  database: Database,
) => {
  const letterhead = letterheadOf(config);
  if (letterhead !== null) sayingWhere(config, () => tryLetterhead(letterhead, rulebook));
  const thread = packThread({ database: config.database, letterhead });
  const demand = demandPack(yearPorts(database));
  const makePack: MakePack = async (actor, order, law) => {
    await demand(actor, order);
    return thread.makePack(actor, order, law);
  };
  return { makePack, close: thread.close };
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
