import { type Request, type RequestHandler, type Response, Router } from "express";
import { Feed } from "feed";
import ical, { ICalAlarmType } from "ical-generator";
import { type Call, codeOf, type Search } from "../../../domain/search/call.ts";
import type { Language } from "../../../domain/tender.ts";
import { BYTE_ORDER_MARK, csvLine } from "../../../intake/csv/write-csv.ts";
import { everyCall } from "../../../usecases/calls/every-call.ts";
import { refuseOthers, searchAddress, searchIn } from "../../calls/search-query.ts";
import { HttpProblem } from "../../problem.ts";
import type { Service } from "../../service.ts";
import { languageOf } from "../page.ts";
import { amountIn, deadlineIn, inLanguage, placeOf } from "./in-print.ts";
import { withPlaceCode } from "./search-view.ts";
import { fill } from "../fill.ts";

// Any search as a table, a feed and a calendar: the same address with another ending.

const MOST_LINES = 10_000;
const MOST_ENTRIES = 100;
const HOUR_MS = 3_600_000;
const DAY_SECONDS = 86_400;

const originOf = ({ publicUrl }: Service, request: Request): string =>
  publicUrl ?? `${request.protocol}://${request.headers.host ?? "localhost"}`;

const searchOf = (service: Service, request: Request): Search => {
  refuseOthers(request, "lang");
  const { territory } = service.accounts;
  return searchIn(withPlaceCode(request.query, territory), territory);
};

const firstCalls = async (service: Service, search: Search): Promise<readonly Call[]> => {
  const calls: Call[] = [];
  for await (const page of everyCall(service.searchCalls, search, MOST_ENTRIES, true)) calls.push(...page);
  return calls.slice(0, MOST_ENTRIES);
};

const COLUMNS = [
  "tenderId",
  "reference",
  "titleFr",
  "titleAr",
  "buyerFr",
  "buyerAr",
  "sector",
  "region",
  "province",
  "commune",
  "procedure",
  "reserved",
  "amount",
  "lots",
  "provisionalGuarantee",
  "publishedOn",
  "submissionDeadline",
];

const dirhams = (centimes: number | null): number | null => (centimes === null ? null : centimes / 100);

const lineOf = (call: Call): string =>
  csvLine([
    call.id,
    call.reference,
    call.title.fr,
    call.title.ar,
    call.buyer.fr,
    call.buyer.ar,
    call.sector,
    call.region,
    call.province,
    call.commune,
    call.procedure,
    codeOf(call.reserved),
    dirhams(call.estimate),
    call.lots,
    dirhams(call.guarantee),
    call.publishedOn,
    call.deadline?.text,
  ]);

const addCsv = (router: Router, service: Service, limit: RequestHandler): void => {
  router.get("/calls.csv", limit, async (request, response) => {
    const search = searchOf(service, request);
    const pages = everyCall(service.searchCalls, search, MOST_LINES, false);
    const first = await pages.next();
    response.type("text/csv; charset=utf-8").attachment("awlawiya-calls.csv");
    response.write(`${BYTE_ORDER_MARK}${csvLine(COLUMNS)}`);
    for (const call of first.done === true ? [] : first.value) response.write(lineOf(call));
    for await (const page of pages) for (const call of page) response.write(lineOf(call));
    response.end();
  });
};

const summaryOf = (service: Service, call: Call, language: Language): string => {
  const { territory } = service.accounts;
  const facts = [
    inLanguage(call.buyer, language),
    placeOf(call, territory, language),
    amountIn(call.estimate, language),
    deadlineIn(call, language),
  ];
  return facts.filter((fact) => fact !== null && fact !== "").join(" — ");
};

const changedAt = ({ publishedOn }: Call): Date => new Date(`${publishedOn ?? "1970-01-01"}T08:00:00Z`);

const addAtom = (router: Router, service: Service, limit: RequestHandler): void => {
  router.get("/calls.atom", limit, async (request, response) => {
    const language = languageOf(request);
    const words = service.words(language, "calls");
    const search: Search = { ...searchOf(service, request), sort: "newest", after: null };
    const calls = await firstCalls(service, search);
    const [origin, address] = [originOf(service, request), searchAddress(request)];
    const feed = new Feed({
      id: `${origin}/calls.atom?${address}`,
      title: `${words["name"] ?? ""} — ${search.text === "" ? (words["allOpen"] ?? "") : search.text}`,
      link: `${origin}/calls?${address}`,
      feedLinks: { atom: `${origin}/calls.atom?${address}` },
      language,
      copyright: "",
      updated: calls.map(changedAt).toSorted((a, b) => b.getTime() - a.getTime())[0] ?? new Date(0),
    });
    for (const call of calls)
      feed.addItem({
        id: `urn:awlawiya:call:${call.id}`,
        title: inLanguage(call.title, language),
        link: `${origin}/calls/${call.id}`,
        description: summaryOf(service, call, language),
        date: changedAt(call),
      });
    response.type("application/atom+xml; charset=utf-8").send(feed.atom1());
  });
};

/** Deadlines as events, with a reminder; a day without an hour is an event of the whole day. */
const calendarOf = (service: Service, calls: readonly Call[], origin: string, language: Language): string => {
  const words = service.words(language, "calls");
  const calendar = ical({
    name: `${words["name"] ?? ""} — ${words["deadline"] ?? ""}`,
    prodId: "//awlawiya//calls//EN",
  });
  for (const call of calls) {
    if (call.deadline === null) continue;
    const { epochMs, day } = call.deadline;
    const start = new Date(epochMs ?? `${day}T00:00:00Z`);
    const event = calendar.createEvent({
      id: `${call.id}@awlawiya`,
      stamp: changedAt(call),
      start,
      ...(epochMs === null ? { allDay: true } : { end: new Date(start.getTime() + HOUR_MS / 2) }),
      summary: `${words["deadline"] ?? ""}${words["colon"] ?? ": "}${inLanguage(call.title, language)}`,
      description: summaryOf(service, call, language),
      location: placeOf(call, service.accounts.territory, language),
      url: `${origin}/calls/${call.id}`,
    });
    event.createAlarm({ type: ICalAlarmType.display, trigger: 3 * DAY_SECONDS });
  }
  return calendar.toString();
};

const sendCalendar = (response: Response, name: string, text: string): void => {
  response.type("text/calendar; charset=utf-8").attachment(name).send(text);
};

const addCalendars = (router: Router, service: Service, limit: RequestHandler): void => {
  router.get("/calls.ics", limit, async (request, response) => {
    const calls = await firstCalls(service, { ...searchOf(service, request), sort: "deadline", after: null });
    const text = calendarOf(service, calls, originOf(service, request), languageOf(request));
    sendCalendar(response, "awlawiya-calls.ics", text);
  });
  router.get("/calls/:id/deadline.ics", async (request, response) => {
    const call = await service.findCall(request.params.id);
    if (call === null) throw new HttpProblem("TENDER_NOT_FOUND");
    const text = calendarOf(service, [call], originOf(service, request), languageOf(request));
    sendCalendar(response, fill("awlawiya-{id}.ics", { id: call.id }), text);
  });
};

/** CSV, Atom and iCalendar of any search, and the deadline of one call. */
export const callFeeds = (service: Service, feeds: RequestHandler, tables: RequestHandler): Router => {
  const router = Router();
  addCsv(router, service, tables);
  addAtom(router, service, feeds);
  addCalendars(router, service, feeds);
  return router;
};
