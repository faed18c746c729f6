import { sectorOf, stageOf } from "../assess.ts";
import { addDays, type LocalDate, type Moment } from "../local-date.ts";
import { movedOpening } from "../opening.ts";
import { isReserved, sourcesOf } from "../reservation.ts";
import type { Rulebook } from "../rulebook.ts";
import { wholeOf } from "../subject.ts";
import type { LocalText, Stage, Tender } from "../tender.ts";
import type { Place, Territory } from "../territory.ts";
import type { Call, CallTokens, PlaceCodes } from "./call.ts";
import { namedPlaces, type NamedPlaces } from "./named-places.ts";
import { conceptsIn, type SearchVocabulary, tokensIn } from "./vocabulary.ts";

/** What the search needs of a stored tender; null: it is a draft, and nobody else's business. */
export interface Projected extends CallTokens {
  readonly call: Call;
  readonly closesAt: number | null;
}

export type ProjectCall = (id: string, tender: Tender) => Projected | null;

/** Stages in which offers may still be sent. */
const TAKES_OFFERS: ReadonlySet<Stage> = new Set(["published"]);
/** A call whose deadline is not known is shown as open for so long after its publication. */
const DAYS_WITHOUT_DEADLINE = 60;
const MS_A_DAY = 86_400_000;

const firstPublished = ({ publications, launchedOn }: Tender): LocalDate | null => {
  const days = (publications ?? []).flatMap(({ publishedAt }) => publishedAt?.day ?? []);
  return days.toSorted()[0] ?? launchedOn ?? null;
};

/** The deadline in force: the last amendment that moves the opening moves it too. */
export const deadlineOf = ({ submissionDeadline, openingAt, amendments }: Tender): Moment | null =>
  movedOpening(amendments) ?? submissionDeadline ?? openingAt ?? null;

/** A bare day lasts until it ends everywhere in Morocco's year. */
const endOf = ({ epochMs, day }: Moment): number => epochMs ?? Date.parse(`${day}T00:00:00Z`) + MS_A_DAY;

const closingOf = (stage: Stage, deadline: Moment | null, publishedOn: LocalDate | null): number | null => {
  if (!TAKES_OFFERS.has(stage)) return 0;
  if (deadline !== null) return endOf(deadline);
  return publishedOn === null ? null : Date.parse(`${addDays(publishedOn, DAYS_WITHOUT_DEADLINE)}T00:00:00Z`);
};

const isUpper = (kind: Place["kind"]): boolean => kind === "province" || kind === "prefecture";

/** An arrondissement counts as a commune of its own: people search it by its name. */
const codesOf = (chain: readonly Place[]): PlaceCodes => ({
  commune: chain.find(({ kind }) => kind === "arrondissement" || kind === "commune")?.code ?? null,
  province: chain.find(({ kind }) => isUpper(kind))?.code ?? null,
  region: chain.find(({ kind }) => kind === "region")?.code ?? null,
});

/** Where it is performed, else where its buyer is: by code, else by a name that only one place has. */
const chainOf = ({ places, buyer }: Tender, territory: Territory, named: NamedPlaces): readonly Place[] => {
  const codes = [places?.[0], buyer.code].filter((code) => code !== undefined);
  const found = codes.map((code) => territory.chain(code)).find((chain) => chain.length > 0);
  if (found !== undefined) return found;
  const place = named.ofBuyer(buyer);
  return place === null ? [] : territory.chain(place.code);
};

const textsOf = (text: LocalText | undefined): readonly string[] => Object.values(text ?? {});

const smallestLot = ({ lots, estimate }: Tender): number | null => {
  const sums = (lots ?? []).flatMap((lot) => lot.estimate?.centimes || []);
  if (sums.length > 0) return Math.min(...sums);
  return (lots ?? []).length > 1 ? null : estimate?.centimes || null;
};

const callIn = (id: string, tender: Tender, rulebook: Rulebook, chain: readonly Place[]): Call => {
  const whole = wholeOf(tender);
  return {
    id,
    reference: tender.reference,
    title: tender.title,
    buyer: tender.buyer.name,
    sector: sectorOf(tender, rulebook).code,
    ...codesOf(chain),
    procedure: tender.procedure ?? null,
    reserved: isReserved(sourcesOf(whole.reservation, rulebook.reservationWords)),
    estimate: whole.estimate.value?.centimes ?? null,
    smallestLot: smallestLot(tender),
    lots: tender.lots?.length ?? 0,
    guarantee: tender.provisionalGuarantee?.centimes ?? null,
    publishedOn: firstPublished(tender),
    deadline: deadlineOf(tender),
  };
};

/** The words of some texts and what they mean, as tokens. */
const tokensOf = (
  texts: readonly string[],
  vocabulary: SearchVocabulary,
  sector: Call["sector"],
): readonly string[] => {
  const concepts = new Set<string>();
  const words = texts.flatMap((text) => {
    const tokens = tokensIn(text, vocabulary);
    for (const { concept } of conceptsIn(tokens, vocabulary, sector ?? "unknown")) concepts.add(concept);
    return tokens.map(({ token }) => token);
  });
  return [...words, ...concepts];
};

/** Reads any tender as a call would show it, public or not. */
export type ReadAsCall = (id: string, tender: Tender) => Call;

const chainsOf = (territory: Territory) => {
  const named = namedPlaces(territory);
  return (tender: Tender): readonly Place[] => chainOf(tender, territory, named);
};

/** Prepares the reading of tenders, drafts included, for those who may see them. */
export const readerOfCalls = (rulebook: Rulebook, territory: Territory): ReadAsCall => {
  const chain = chainsOf(territory);
  return (id, tender) => callIn(id, tender, rulebook, chain(tender));
};

/** Prepares the reading of tenders as public calls. */
export const projectCalls = (
  rulebook: Rulebook,
  territory: Territory,
  vocabulary: SearchVocabulary,
): ProjectCall => {
  const chainIn = chainsOf(territory);
  return (id, tender) => {
    const stage = stageOf(tender);
    if (stage === "draft") return null;
    const chain = chainIn(tender);
    const call = callIn(id, tender, rulebook, chain);
    const others = [
      tender.reference,
      ...textsOf(tender.description),
      ...textsOf(tender.buyer.name),
      ...(tender.lots ?? []).flatMap((lot) => textsOf(lot.title)),
      ...chain.flatMap(({ name }) => textsOf(name)),
    ];
    return {
      call,
      closesAt: closingOf(stage, call.deadline, call.publishedOn),
      title: tokensOf(textsOf(tender.title), vocabulary, call.sector),
      other: tokensOf(others, vocabulary, call.sector),
    };
  };
};
