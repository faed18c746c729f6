import { letterheadOf, type ReportConfig, sayingWhere } from "./compose-reports.ts";
import type { Config } from "./config.ts";
import { assessYear } from "./domain/assess-year.ts";
import { statutoryPack } from "./domain/pack/statutory-pack.ts";
import type { Rulebook } from "./domain/rulebook.ts";
import { packPayload } from "./pack/pack-payload.ts";
import { packThread } from "./pack/pack-thread.ts";
import { packView } from "./pack/pack-view.ts";
import { writingIn } from "./pack/writing.ts";
import type { Letterhead } from "./report/letterhead/read-letterhead.ts";
import { openPress, templateOf } from "./report/press.ts";
import { buyerStore } from "./store/accounts/buyer-store.ts";
import type { Database } from "./store/open-database.ts";
import { yearStore } from "./store/year-store.ts";
import { demandPack, type MakePack, type PackContent, type PackPorts } from "./usecases/packs.ts";

/** The years and names of buyers in a database. */
export const yearPorts = (database: Database): Pick<PackPorts, "findYear" | "nameOf"> => ({
  findYear: yearStore(database, () => new Date()).find,
  nameOf: async (code) => (await buyerStore(database).find(code))?.name ?? null,
});

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
