import type { Request, Response } from "express";
import type { Actor } from "../../../domain/actor.ts";
import { assessYear, type JudgedYear } from "../../../domain/assess-year.ts";
import { awardedShare, contractsAwardedIn } from "../../../domain/awarded-share.ts";
import { DomainError } from "../../../domain/errors.ts";
import { lawOn } from "../../../domain/law.ts";
import { WHOLE } from "../../../domain/money.ts";
import { type Answerers, planReserve, withReserved } from "../../../domain/plan-reserve.ts";
import type { BuyerYear } from "../../../domain/year.ts";
import { acceptYear } from "../../../intake/read-year.ts";
import type { Document } from "../../../usecases/ports.ts";
import type { StoredYear } from "../../../usecases/years.ts";
import { actorIn } from "../../access/present.ts";
import { HttpProblem } from "../../problem.ts";
import { yearIn } from "../../routes/years.ts";
import type { Service } from "../../service.ts";
import { pageOf, sendPage } from "../page.ts";
import { groupsOf, pick } from "../result/result-view.ts";
import { naturesView, pairsView } from "./orders-view.ts";
import { awardedView, entriesView, gaugeView, planView } from "./year-view.ts";

/** A year as it is kept; an empty one, which is not stored yet, when the buyer has none. */
export interface OpenYear {
  readonly stored: StoredYear | null;
  readonly document: Document;
  readonly year: BuyerYear;
  readonly mayKeep: boolean;
}

/** What the page shows beside the year. */
export interface YearShown {
  readonly notice?: "kept" | "conflict" | "noFile" | "dayWrong";
  /** The facts as they were typed, when they could not be kept. */
  readonly typed?: Readonly<Record<string, string>>;
  readonly status?: number;
}

const findOrNull = async (
  service: Service,
  actor: Actor,
  code: string,
  year: number,
): Promise<StoredYear | null> => {
  try {
    return await service.years.find(actor, code, year);
  } catch (error) {
    if (error instanceof DomainError && error.code === "YEAR_NOT_FOUND") return null;
    throw error;
  }
};

const emptyYear = async (service: Service, code: string, year: number): Promise<Document> => {
  const buyer = await service.accounts.findBuyer(code);
  return { buyer: { name: buyer?.name ?? { fr: code } }, year };
};

/** @throws HttpProblem YEAR_NOT_FOUND for another buyer's, whether it is kept or not */
export const openYear = async (service: Service, request: Request, actor: Actor): Promise<OpenYear> => {
  const { code, year } = yearIn(request);
  const mayKeep = (actor.role === "officer" || actor.role === "approver") && actor.buyer === code;
  const stored = await findOrNull(service, actor, code, year);
  if (stored === null && !mayKeep) throw new HttpProblem("YEAR_NOT_FOUND");
  const document = stored?.document ?? (await emptyYear(service, code, year));
  const read = acceptYear(document);
  if (!read.ok) throw new Error(`a stored year is no longer valid: ${JSON.stringify(read.errors)}`);
  return { stored, document, year: read.year, mayKeep };
};

/** Entries that the what-if reserves: `?reserve-3=1`. */
export const triedIn = (fields: Readonly<Record<string, unknown>>): ReadonlySet<number> =>
  new Set(
    Object.keys(fields).flatMap((name) => {
      const [, index] = /^reserve-(\d{1,4})$/.exec(name) ?? [];
      return index === undefined ? [] : [Number(index)];
    }),
  );

const numberOf = (service: Service, { on }: JudgedYear, parameter: string): number | null =>
  lawOn(service.law.current(), on).numberOn(parameter, on)?.scaled ?? null;

const answerersOf = async (service: Service): Promise<Answerers> => {
  const bySector = await service.years.answerersBySector();
  return ({ sector }) => (sector === undefined ? 0 : (bySector.get(sector) ?? 0));
};

const factsOf = (year: BuyerYear, typed: YearShown["typed"]) => {
  const closed = typed?.["closed"] ?? (year.closed === undefined ? "" : year.closed ? "yes" : "no");
  return {
    isClosed: closed === "yes",
    isOpenYear: closed === "no",
    programmePublishedOn: typed?.["programmePublishedOn"] ?? year.programmePublishedOn ?? "",
    awardedListPublishedOn: typed?.["awardedListPublishedOn"] ?? year.awardedListPublishedOn ?? "",
  };
};

/** The page of a buyer's year: the gauge, beside it what was really awarded, the plan, orders, the programme. */
export const showYear = async (
  service: Service,
  request: Request,
  response: Response,
  { notice, typed, status = 200 }: YearShown = {},
): Promise<void> => {
  const actor = actorIn(response);
  const page = pageOf(service, request, response, "check", "year");
  const { code, year: number } = yearIn(request);
  const { stored, year, mayKeep } = await openYear(service, request, actor);
  const law = service.law.current();
  const judged = assessYear(year, law, null);
  const share = numberOf(service, judged, "reserve-share");
  const needed = share === null ? null : share / WHOLE;
  const tried = triedIn(request.query);
  const whatIf = tried.size === 0 ? null : assessYear(withReserved(year, tried), law, null);
  const contracts = contractsAwardedIn(await service.years.awarded(actor, code, number), number);
  const answerers = await answerersOf(service);
  const said = notice ?? (request.query["kept"] === undefined ? undefined : "kept");
  const view = {
    title: `${page.words["menuYear"]} ${number}`,
    code,
    year: number,
    before: number - 1,
    after: number + 1,
    buyer: pick(year.buyer.name, page.language),
    version: stored?.version ?? 0,
    notice: said === undefined ? null : (page.words[`year_${said}`] ?? said),
    isWrong: said !== undefined && said !== "kept",
    ...factsOf(year, typed),
    gauge: gaugeView(judged.reserve.withoutPurchaseOrders, needed, page),
    withOrders: gaugeView(judged.reserve.withPurchaseOrders, needed, page),
    tried: whatIf === null ? null : gaugeView(whatIf.reserve.withoutPurchaseOrders, needed, page),
    awarded: awardedView(awardedShare(contracts), page),
    plan: planView(year, share === null ? null : planReserve(year, share, answerers), answerers, tried, page),
    natures: naturesView(year, numberOf(service, judged, "purchase-order-ceiling"), page),
    pairs: pairsView(year, numberOf(service, judged, "splitting-window-days"), page),
    entries: entriesView(year, page),
    groups: groupsOf(judged.findings, judged.on, {
      rulebook: service.rulebook,
      language: page.language,
      words: page.words,
    }),
    mayKeep,
  };
  sendPage(response, "year", page, view, status);
};
