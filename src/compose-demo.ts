import { SERVICE } from "./domain/actor.ts";
import { casablancaInstant } from "./domain/casablanca-instant.ts";
import { addDays, daysBetween, type LocalDate } from "./domain/local-date.ts";
import type { LocalText } from "./domain/tender.ts";
import type { Service } from "./http/service.ts";
import type { Buyer } from "./usecases/accounts/ports.ts";
import type { Document } from "./usecases/ports.ts";

interface InventedBuyer {
  readonly name: LocalText;
  readonly kind?: string;
}

const buyerIn = (document: Document): InventedBuyer => document["buyer"] as InventedBuyer;
const keyOf = (document: Document): string => JSON.stringify(buyerIn(document).name);

/** Invented calls that are open, and invented cooperatives; their days are told as of one day. */
export interface DemoMarket {
  readonly calls: readonly Document[];
  /** The first is that of the demo's own cooperative account. */
  readonly cooperatives: readonly Document[];
  /** Years of invented buyers. */
  readonly years: readonly Document[];
  readonly today: LocalDate;
}

/** The day on which the invented market was written. */
const WRITTEN_ON = "2026-03-02";
const MOMENT = /\b(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2}):00[+-]\d{2}:00)?(?=")/g;

/** Moves the days so that what was open when it was written is open today, at the same hour of Morocco's clock. */
const movedTo = (document: Document, today: LocalDate): Document => {
  const days = daysBetween(WRITTEN_ON, today);
  const text = JSON.stringify(document).replaceAll(
    MOMENT,
    (_, day: string, hour?: string, minute?: string) =>
      hour === undefined
        ? addDays(day, days)
        : casablancaInstant(addDays(day, days), Number(hour), Number(minute)),
  );
  return JSON.parse(text) as Document;
};

/** The invented buyers of the examples, by name, each once; their codes are no codes of the territory. */
const inventedBuyers = (examples: readonly { readonly document: Document }[]): ReadonlyMap<string, Buyer> => {
  const names = [...new Map(examples.map(({ document }) => [keyOf(document), buyerIn(document)]))];
  return new Map(
    names.map(([key, { name, kind = "commune" }], index) => [
      key,
      { code: `demo-${index + 1}`, name, kind, isDemo: true },
    ]),
  );
};

const DEMO_COOPERATIVE = "demo-cooperative";
/** Ids of invented profiles that belong to no account. */
const inventedId = (index: number): string => `DEM0${String(index)}`.padStart(26, "0");

/** The demo's own cooperative speaks for the first profile. */
const keepCooperatives = async (service: Service, { cooperatives, today }: DemoMarket): Promise<void> => {
  const account = (await service.accounts.listAccounts()).find(({ login }) => login === DEMO_COOPERATIVE);
  for (const [index, document] of cooperatives.entries()) {
    const id = index === 0 && account !== undefined ? account.id : inventedId(index);
    await service.cooperatives.profiles.put(SERVICE, id, null, movedTo(document, today));
  }
};

/** An invented year is told as the present one, so that the demo shows what is still to be done. */
const keepYears = async (
  service: Service,
  { years, today }: DemoMarket,
  buyers: ReadonlyMap<string, Buyer>,
): Promise<void> => {
  const present = Number(today.slice(0, 4));
  for (const document of years) {
    const buyer = buyers.get(keyOf(document))?.code;
    const told = JSON.stringify(document).replaceAll(`"${String(document["year"])}-`, `"${present}-`);
    const year = { ...(JSON.parse(told) as Document), year: present };
    if (buyer !== undefined) await service.years.keep(SERVICE, buyer, present, null, year);
  }
};

/** Stores and assesses the demo's tenders under their invented buyers; answers with how many. Only for an empty database. */
export const loadDemo = async (service: Service, isEmpty: boolean, market: DemoMarket): Promise<number> => {
  if (!isEmpty) return 0;
  const calls = market.calls.map((document) => ({ document: movedTo(document, market.today) }));
  const all = [...service.examples, ...calls];
  const buyers = inventedBuyers(all);
  await service.accounts.prepareDemo([...buyers.values()]);
  for (const { document } of all) {
    const { id } = await service.storeTender(SERVICE, document, buyers.get(keyOf(document))?.code ?? null);
    await service.assessTender(SERVICE, id, null);
  }
  await keepYears(service, market, buyers);
  await keepCooperatives(service, market);
  return all.length;
};
