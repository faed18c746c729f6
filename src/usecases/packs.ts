import type { Actor } from "../domain/actor.ts";
import { reachOf } from "../domain/actor.ts";
import { assessYear, type JudgedYear } from "../domain/assess-year.ts";
import { DomainError } from "../domain/errors.ts";
import { type StatutoryPack, speaksOf, statutoryPack } from "../domain/pack/statutory-pack.ts";
import { foldText } from "../domain/text.ts";
import type { Rulebook } from "../domain/rulebook.ts";
import type { LocalText, Tender } from "../domain/tender.ts";
import type { BuyerYear } from "../domain/year.ts";
import type { Document, StoredTender } from "./ports.ts";
import type { YearStore } from "./years.ts";

/** What a pack is made of needs; what lies outside the actor's reach is not there. */
export interface PackPorts {
  readonly findYear: YearStore["find"];
  /** Tenders of the buyer that speak of an award, in order of id, and perhaps some others. */
  readonly tendersOf: (actor: Actor, buyer: string) => AsyncIterable<StoredTender>;
  readonly nameOf: (buyer: string) => Promise<LocalText | null>;
  readonly understand: (document: Document) => Tender;
  readonly understandYear: (document: Document) => BuyerYear;
}

/** Everything that the files of a pack say, in no language. */
export interface PackContent {
  /** Code of the buyer. */
  readonly buyer: string;
  readonly pack: StatutoryPack;
  readonly judged: JudgedYear;
  /** The year as it was kept; null: it never was. */
  readonly document: Document | null;
  /** The tenders that the pack speaks of, in order of id. */
  readonly tenders: readonly StoredTender[];
  /** When what the pack says was changed last, ISO 8601 in UTC: the same data has the same day, whenever it is asked. */
  readonly asOf: string;
}

/** Whose pack, and of which year. */
export interface PackOrder {
  readonly buyer: string;
  readonly year: number;
}

/** Names of files take no other characters than these. */
const plainName = (code: string): string => code.replaceAll(/[^A-Za-z0-9.-]/g, "-");

/** The name of a pack, without its ending. */
export const packName = ({ buyer, year }: PackOrder): string => `awlawiya-${plainName(buyer)}-${year}`;

/** A pack as one archive, and the hash of it in hexadecimal. */
export interface PackMade {
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** Makes a pack; the same data gives the same bytes. */
export type MakePack = (actor: Actor, order: PackOrder, rulebook: Rulebook) => Promise<PackMade>;

const mayBegin = (actor: Actor, buyer: string): boolean => {
  const reach = reachOf(actor);
  return actor.role === "service" || (reach.kind === "buyer" && reach.code === buyer);
};

interface SomeAward {
  readonly decidedOn?: string;
}

const awardsIn = ({ award, awards = [] }: Document): readonly unknown[] =>
  award === undefined ? (awards as readonly unknown[]) : [award];

const speaksOfAward = (document: Document): boolean => awardsIn(document).length > 0;

/** A sieve before a document is understood, which takes a hundred times longer: most tenders are of other years. */
const mayBeOf = (document: Document, year: number): boolean =>
  awardsIn(document).some((each) => {
    const { decidedOn } = each as SomeAward;
    return decidedOn === undefined || decidedOn.startsWith(`${year}-`);
  });

const latest = (instants: readonly string[], year: number): string =>
  instants.toSorted().at(-1) ?? `${year}-01-01T00:00:00.000Z`;

type YearPorts = Pick<PackPorts, "findYear" | "nameOf">;

/** The year as it was kept, or the name under which nothing is known yet. */
const findYear = async (ports: YearPorts, actor: Actor, { buyer, year }: PackOrder) => {
  const stored = await ports.findYear(actor, buyer, year);
  if (stored !== null) return { stored, name: {} };
  const name = mayBegin(actor, buyer) ? await ports.nameOf(buyer) : null;
  if (name === null) throw new DomainError("YEAR_NOT_FOUND", { buyer, year: String(year) });
  return { stored, name };
};

/**
 * Is there a pack that the actor may have? Answers before the work of making it begins.
 * @throws DomainError YEAR_NOT_FOUND
 */
export const demandPack =
  (ports: YearPorts) =>
  async (actor: Actor, order: PackOrder): Promise<void> => {
    await findYear(ports, actor, order);
  };

/**
 * Gathers what a buyer publishes of a year. Its own officers may ask before anything of the year is kept: all
 * that is not known is then said to be unknown.
 * @throws DomainError YEAR_NOT_FOUND for another buyer's, or for one of which nothing is kept
 */
export const gatherPack =
  (ports: PackPorts) =>
  async (actor: Actor, { buyer, year }: PackOrder, rulebook: Rulebook): Promise<PackContent> => {
    const { stored, name } = await findYear(ports, actor, { buyer, year });
    const known: BuyerYear =
      stored === null ? { buyer: { name }, year } : ports.understandYear(stored.document);
    const tenders: StoredTender[] = [];
    const understood: Tender[] = [];
    const awarded = new Set<string>();
    for await (const tender of ports.tendersOf(actor, buyer)) {
      if (speaksOfAward(tender.document)) awarded.add(foldText(String(tender.document["reference"])));
      if (!mayBeOf(tender.document, year)) continue;
      const read = ports.understand(tender.document);
      if (!speaksOf(read, year)) continue;
      tenders.push(tender);
      understood.push(read);
    }
    return {
      buyer,
      pack: statutoryPack(known, understood, awarded),
      judged: assessYear(known, rulebook, null),
      document: stored?.document ?? null,
      tenders,
      asOf: latest(
        [...tenders, ...(stored === null ? [] : [stored])].map(({ changedAt }) => changedAt),
        year,
      ),
    };
  };
