import { type Request, type Response, Router } from "express";
import { type Duty, dutiesOf } from "../../../domain/duties.ts";
import { formatAmount } from "../../../domain/format.ts";
import type { StoredTender } from "../../../usecases/ports.ts";
import { actorIn } from "../../access/present.ts";
import { cursorIn } from "../../request.ts";
import type { Service } from "../../service.ts";
import { type Page, pageOf, sendPage } from "../page.ts";
import { plural } from "../plural.ts";
import { pick } from "../result/result-view.ts";
import { dutyView } from "./duty-view.ts";
import { type CalendarItem, calendarFile } from "./ics.ts";
import { fill } from "../fill.ts";

/** Tenders whose duties stand on one page. */
const A_PAGE = 50;
/** Tenders, the newest, whose duties stand in the file. */
const IN_FILE = 500;

/** What is due of a stored tender. */
export const dutiesIn = (service: Service, stored: StoredTender): readonly Duty[] => {
  const tender = service.understand(stored.document);
  const on = tender.launchedOn ?? tender.publications?.[0]?.publishedAt?.day ?? null;
  return dutiesOf(tender, service.law.current(), on, service.today());
};

const URGENT: ReadonlySet<Duty["state"]> = new Set<Duty["state"]>(["overdue", "late", "early"]);

const rank = ({ state, due }: Duty): string =>
  `${URGENT.has(state) ? 0 : state === "open" || state === "waiting" ? 1 : 2}${due ?? "9"}`;

/** Late payments: how many, and which sums; null when there are none. */
const lateWords = ({ words, language }: Page, duties: readonly Duty[]): string | null => {
  const late = duties.filter(({ id, state }) => id === "pay" && (state === "late" || state === "overdue"));
  const centimes = late.reduce((sum, duty) => sum + (duty.centimes ?? 0), 0);
  if (late.length === 0) return null;
  const count = plural(words, "latePayments", late.length, language);
  return fill(words["lateSum"], { count, sum: formatAmount(centimes, language) });
};

const itemsOf = (service: Service, page: Page, stored: StoredTender): readonly CalendarItem[] => {
  const tender = service.understand(stored.document);
  return dutiesIn(service, stored).map((duty) => {
    const { what, part, basis, reckoned } = dutyView(duty, service, page);
    const title = [tender.reference, what, ...(part === null ? [] : [part])].join(" · ");
    const text = [pick(tender.title, page.language), basis, reckoned ?? ""].join("\n");
    return { tenderId: stored.id, changedAt: stored.changedAt, duty, title, text };
  });
};

const sendFile = (response: Response, page: Page, items: readonly CalendarItem[]): void => {
  response.type("text/calendar").set("Content-Disposition", 'attachment; filename="awlawiya.ics"');
  response.send(calendarFile(page.words["menuCalendar"] ?? "Awlawiya", items));
};

const showAll = async (service: Service, request: Request, response: Response): Promise<void> => {
  const page = pageOf(service, request, response, "calendar");
  const { items, next } = await service.newestTenders(actorIn(response), cursorIn(request), A_PAGE);
  const tenders = items.map((stored) => ({ stored, duties: dutiesIn(service, stored) }));
  const duties = tenders
    .flatMap(({ stored, duties: list }) => list.map((duty) => ({ stored, duty })))
    .filter(({ duty }) => duty.state !== "done" && duty.state !== "unknown")
    .toSorted((one, other) => (rank(one.duty) < rank(other.duty) ? -1 : 1));
  sendPage(response, "calendar", page, {
    title: page.words["menuCalendar"] ?? "",
    next,
    late: lateWords(
      page,
      duties.map(({ duty }) => duty),
    ),
    duties: duties.map(({ stored, duty }) => ({
      ...dutyView(duty, service, page),
      id: stored.id,
      reference: String(stored.document["reference"]),
    })),
  });
};

/** The calendar of duties, on the page and as iCalendar. */
export const calendarPages = (service: Service): Router => {
  const router = Router();
  router.get("/calendar", (request, response) => showAll(service, request, response));
  router.get("/calendar.ics", async (request, response) => {
    const page = pageOf(service, request, response, "calendar");
    const { items } = await service.newestTenders(actorIn(response), null, IN_FILE);
    sendFile(
      response,
      page,
      items.flatMap((stored) => itemsOf(service, page, stored)),
    );
  });
  router.get("/tenders/:id/calendar.ics", async (request, response) => {
    const page = pageOf(service, request, response, "calendar");
    const stored = await service.findTender(actorIn(response), request.params.id);
    sendFile(response, page, itemsOf(service, page, stored));
  });
  return router;
};
