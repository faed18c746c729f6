import { isolateWritten } from "../../../domain/format.ts";
import type { Request } from "express";
import { type Call, codeOf, type Facet, FACETS, type Search, SORTS } from "../../../domain/search/call.ts";
import { isOver } from "../../../domain/local-date.ts";
import { highlightTokens, type Segment } from "../../../domain/search/query.ts";
import type { Territory } from "../../../domain/territory.ts";
import type { Language } from "../../../domain/tender.ts";
import type { InputError } from "../../../intake/input-error.ts";
import type { FoundCall, SearchPage } from "../../../usecases/calls/search-calls.ts";
import { cursorOf, searchAddress } from "../../calls/search-query.ts";
import type { PageWords, Service } from "../../service.ts";
import type { Page } from "../page.ts";
import { searchError } from "./search-error.ts";
import { amountIn, counted, deadlineIn, inLanguage, languageShown, placeOf } from "./in-print.ts";
import { fill } from "../fill.ts";

/** A call as a line of the results. */
export interface ResultView {
  readonly href: string;
  readonly reference: string;
  readonly titleLanguage: Language;
  readonly segments: readonly Segment[];
  readonly buyer: string;
  readonly place: string;
  readonly sector: string;
  readonly procedure: string;
  readonly reserved: { readonly code: string; readonly label: string };
  readonly amount: string | null;
  readonly lots: number;
  readonly deadline: string | null;
  readonly isClosed: boolean;
}

const label = (
  service: Service,
  kind: "sectors" | "procedures",
  code: string | null,
  { words, language }: Page,
): string =>
  code === null ? (words["unknown"] ?? "") : (service.rulebook.common[kind][code]?.[language] ?? code);

/** A call as a person reads it; `tokens` are highlighted in its title. */
export const resultView = (
  service: Service,
  page: Page,
  call: Call,
  tokens: readonly string[],
): ResultView => {
  const { language, words } = page;
  const shown = languageShown(call.title, language);
  return {
    href: `/calls/${call.id}`,
    reference: call.reference,
    titleLanguage: shown,
    segments: highlightTokens(isolateWritten(call.title[shown] ?? ""), tokens, service.vocabulary),
    buyer: inLanguage(call.buyer, language),
    place: placeOf(call, service.accounts.territory, language),
    sector: label(service, "sectors", call.sector, page),
    procedure: label(service, "procedures", call.procedure, page),
    reserved: { code: codeOf(call.reserved), label: words[`reserved_${codeOf(call.reserved)}`] ?? "" },
    amount: amountIn(call.estimate, language),
    lots: call.lots > 1 ? call.lots : 0,
    deadline: deadlineIn(call, language),
    isClosed: call.deadline !== null && isOver(call.deadline, service.moment()),
  };
};

const MOST_VALUES_SHOWN = 12;

const facetLabel = (service: Service, page: Page, facet: Facet, code: string): string => {
  const { words, language } = page;
  if (code === "unknown") return words["unknown"] ?? "";
  if (facet === "reserved") return words[code] ?? code;
  if (facet === "sector") return label(service, "sectors", code, page);
  if (facet === "procedure") return label(service, "procedures", code, page);
  const place = service.accounts.territory.find(code);
  return place === null ? code : inLanguage(place.name, language);
};

/** The address with a value added to a facet, or taken out when it is chosen. */
const toggled = (
  address: string,
  name: string,
  code: string,
): { readonly href: string; readonly isChosen: boolean } => {
  const query = new URLSearchParams(address);
  const values = query.getAll(name).flatMap((value) => value.split(","));
  const isChosen = values.includes(code);
  query.delete(name);
  for (const value of isChosen ? values.filter((each) => each !== code) : [...values, code])
    query.append(name, value);
  return { href: `/calls?${query.toString()}`, isChosen };
};

const facetViews = (service: Service, page: Page, address: string, { facets }: SearchPage) =>
  FACETS.map((facet) => ({
    title: page.words[`facet_${facet}`] ?? "",
    values: Object.entries(facets[facet])
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, MOST_VALUES_SHOWN)
      .map(([code, count]) => ({
        ...toggled(address, facet, code),
        label: facetLabel(service, page, facet, code),
        count,
      })),
  })).filter(({ values }) => values.length > 0);

const chosen = (words: PageWords, prefix: string, values: readonly string[], current: string | null) =>
  values.map((value) => ({
    value,
    label: words[`${prefix}_${value}`] ?? value,
    isChosen: value === current,
  }));

const HIDDEN: ReadonlySet<string> = new Set([
  "sector",
  "region",
  "province",
  "commune",
  "procedure",
  "reserved",
]);
const PLAIN = ["q", "near", "deadlineFrom", "deadlineTo", "amountMin", "amountMax", "lotMax"] as const;

const textOf = (request: Request, name: string): string => {
  const value = request.query[name];
  return typeof value === "string" ? value.slice(0, 1000) : "";
};

/** The form as it was filled. */
const formView = (request: Request, page: Page, search: Search | null, address: string) => {
  const { words } = page;
  const values = Object.fromEntries(PLAIN.map((name) => [name, textOf(request, name)]));
  return {
    ...values,
    hidden: [...new URLSearchParams(address)]
      .filter(([name]) => HIDDEN.has(name))
      .map(([name, value]) => ({ name, value })),
    withins: chosen(words, "within", ["commune", "province", "region"], textOf(request, "within")),
    sorts: chosen(words, "sort", SORTS, search?.sort ?? textOf(request, "sort")),
    scopes: chosen(words, "scope", ["open", "all"], search?.scope ?? "open"),
    isOpen: PLAIN.slice(1).some((name) => values[name] !== ""),
  };
};

/** Everything that the page of a search shows beside every page's own. */
export const searchView = (
  service: Service,
  page: Page,
  request: Request,
  search: Search | null,
  found: SearchPage | null,
  errors: readonly InputError[],
) => {
  const { words, language } = page;
  const address = searchAddress(request);
  const results =
    found?.items.map(({ call }: FoundCall) => resultView(service, page, call, found.tokens)) ?? [];
  const next = found?.next ?? null;
  return {
    title: words["searchTitle"] ?? "",
    form: formView(request, page, search, address),
    errors: errors.map(({ pointer }) =>
      searchError(pointer.replace("/query/", ""), (name) => textOf(request, name), words),
    ),
    hasResults: found !== null,
    total: found === null ? "" : counted(words, "total", found.total, language),
    isEmpty: found !== null && found.total === 0,
    relaxed: found?.relaxed === true,
    amountUnknown:
      found === null || found.amountUnknown === 0
        ? null
        : fill(words["amountUnknown"], { n: found.amountUnknown }),
    results,
    facets: found === null ? [] : facetViews(service, page, address, found),
    nextHref:
      next === null || search === null
        ? null
        : `/calls?${new URLSearchParams([...new URLSearchParams(address), ["cursor", cursorOf(search.sort, next)]]).toString()}`,
    isLater: request.query["cursor"] !== undefined,
    firstHref: `/calls?${address}`,
    address,
    csvHref: `/calls.csv?${address}`,
    atomHref: `/calls.atom?${address}`,
    icsHref: `/calls.ics?${address}`,
  };
};

/** A place by its code or its name in the query: a name that is known becomes its code. */
export const withPlaceCode = (query: Readonly<Record<string, unknown>>, territory: Territory) => {
  const near = query["near"];
  if (typeof near !== "string" || near.trim() === "" || territory.find(near.trim()) !== null) return query;
  const [place] = territory.search(near, 1);
  return place === undefined ? query : { ...query, near: place.code };
};
