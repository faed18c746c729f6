import { type Request, type Response, Router } from "express";
import type { Assessment } from "../../../domain/assessment.ts";
import { DomainError } from "../../../domain/errors.ts";
import { acceptTender, type ReadTender } from "../../../intake/read-tender.ts";
import type { StoredTender } from "../../../usecases/ports.ts";
import { actorIn } from "../../access/present.ts";
import { dutyView } from "../calendar/duty-view.ts";
import { dutiesIn } from "../calendar/calendar-pages.ts";
import { asksForFields, checked, filled, resultOf, showCheck, withErrors } from "../check/check-pages.ts";
import { bodyOf, checkForm, readForm, type SentForm } from "../check/read-form.ts";
import { cursorIn } from "../../request.ts";
import type { Service } from "../../service.ts";
import { storedAlready } from "../../stored-already.ts";
import { type Page, pageOf, sendPage } from "../page.ts";
import { pick } from "../result/result-view.ts";
import { type ExclusionView, exclusionView } from "./exclusion-view.ts";
import type { Language, LocalText } from "../../../domain/tender.ts";

const A_PAGE = 50;

const understood = (service: Service, { document }: StoredTender): ReadTender => {
  const read = acceptTender(document);
  return read.ok
    ? read
    : { document: document as ReadTender["document"], tender: service.understand(document), warnings: [] };
};

const rowOf = (stored: StoredTender, { language }: Page) => ({
  id: stored.id,
  reference: String(stored.document["reference"]),
  title: pick(stored.document["title"] as LocalText, language),
  buyer: pick((stored.document["buyer"] as { readonly name: LocalText }).name, language),
  changedOn: stored.changedAt.slice(0, 10),
});

const list = async (service: Service, request: Request, response: Response): Promise<void> => {
  const page = pageOf(service, request, response, "calendar");
  const { items, next } = await service.newestTenders(actorIn(response), cursorIn(request), A_PAGE);
  const rows = items.map((stored) => rowOf(stored, page));
  sendPage(response, "tenders", page, { title: page.words["menuTenders"] ?? "", rows, next });
};

/** The official report of the tender as it stands, when this assessment of it is stored. */
const officialReport = async (service: Service, response: Response, { id }: Assessment) => {
  try {
    await service.findAssessment(actorIn(response), id);
    return id;
  } catch (error) {
    if (error instanceof DomainError && error.code === "ASSESSMENT_NOT_FOUND") return null;
    throw error;
  }
};

const exclusionOf = async (
  service: Service,
  response: Response,
  { id, document }: StoredTender,
  language: Language,
): Promise<ExclusionView> => {
  const exclusion = await service.cooperatives.exclusionPower(actorIn(response), id);
  const lots = ((document["lots"] ?? []) as readonly { readonly id: string }[]).map((lot) => lot.id);
  const wording = { words: service.words(language, "calls"), language };
  return exclusionView(exclusion, lots, service.law.current(), wording);
};

const showOne = async (
  service: Service,
  request: Request,
  response: Response,
  stored: StoredTender,
): Promise<void> => {
  const page = pageOf(service, request, response, "check", "calendar");
  const read = understood(service, stored);
  const assessment = service.check(read, null, stored.id);
  showCheck(service, request, response, {
    state: { document: read.document, body: null, errors: [] },
    result: { read, assessment },
    ...(request.query["saved"] === undefined ? {} : { notice: "saved" }),
    editing: { id: stored.id, version: stored.version },
    duties: dutiesIn(service, stored).map((duty) => dutyView(duty, service, page)),
    official: await officialReport(service, response, assessment),
    exclusion: await exclusionOf(service, response, stored, page.language),
  });
};

const saved = (response: Response, id: string): void => response.redirect(303, `/tenders/${id}?saved=1`);

/** What was typed stays, over the tender that is stored. */
const overwriting = (
  service: Service,
  request: Request,
  response: Response,
  form: SentForm,
  now: StoredTender,
  why: "conflict" | "callStored",
): void => {
  if (form.read === null) return;
  showCheck(
    service,
    request,
    response,
    {
      ...filled(service, form.read, why),
      before: resultOf(service, understood(service, now)),
      editing: { id: now.id, version: now.version },
    },
    409,
  );
};

const saveChange = async (
  service: Service,
  request: Request,
  response: Response,
  id: string,
  form: SentForm & { readonly read: ReadTender },
): Promise<void> => {
  const actor = actorIn(response);
  try {
    await service.replaceTender(actor, id, Number(form.body["version"]), form.read.document);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== "VERSION_CONFLICT") throw error;
    const now = await service.findTender(actor, id);
    // The same form sent twice: what it says is stored already.
    const isSame = JSON.stringify(now.document) === JSON.stringify(form.read.document);
    return isSame ? saved(response, id) : overwriting(service, request, response, form, now, "conflict");
  }
  await service.assessTender(actor, id, null);
  return saved(response, id);
};

/** Stored, unless the buyer has this call already: that tender is shown then, with what was typed over it. */
const saveNew = async (
  service: Service,
  request: Request,
  response: Response,
  form: SentForm & { readonly read: ReadTender },
): Promise<void> => {
  const actor = actorIn(response);
  try {
    const { id } = await service.storeTenderOnce(actor, form.read.document);
    await service.assessTender(actor, id, null);
    return saved(response, id);
  } catch (error) {
    const there = storedAlready(error);
    if (there === null) throw error;
    const now = await service.findTender(actor, there.id);
    return overwriting(service, request, response, form, now, "callStored");
  }
};

/** An officer's tenders: listed, shown, saved, changed. */
export const tenderPages = (service: Service): Router => {
  const router = Router();
  router.get("/tenders", (request, response) => list(service, request, response));
  router.post("/tenders", checkForm, async (request, response) => {
    const form = readForm(bodyOf(request));
    const { read } = form;
    if (read === null) return showCheck(service, request, response, withErrors(form));
    return saveNew(service, request, response, { ...form, read });
  });
  router.get("/tenders/:id", async (request, response) => {
    const stored = await service.findTender(actorIn(response), request.params.id);
    await showOne(service, request, response, stored);
  });
  router.post("/tenders/:id", checkForm, async (request, response) => {
    const id = String(request.params["id"]);
    const form = readForm(bodyOf(request));
    const { read } = form;
    const editing = { id, version: Number(form.body["version"]) };
    if (read === null || form.body["do"] !== "save") {
      await service.findTender(actorIn(response), id);
      const shown = asksForFields(form)
        ? withErrors({ ...form, fieldErrors: [], otherErrors: [] })
        : checked(service, form);
      return showCheck(service, request, response, { ...shown, editing });
    }
    return saveChange(service, request, response, id, { ...form, read });
  });
  return router;
};
