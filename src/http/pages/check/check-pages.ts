import { type Request, type RequestHandler, type Response, Router } from "express";
import type { ReadTender } from "../../../intake/read-tender.ts";
import { readTender } from "../../../intake/read-tender.ts";
import { actorIn } from "../../access/present.ts";
import { sendReport } from "../../send-report.ts";
import type { Service } from "../../service.ts";
import { languageOf, pageOf, sendPage } from "../page.ts";
import type { Result } from "../result/result-view.ts";
import { uploadIn } from "../upload.ts";
import { type Shown, checkView } from "./check-view.ts";
import { bodyOf, carried, checkForm, readForm, type SentForm } from "./read-form.ts";

/** Shows the form and what was found. */
export const showCheck = (
  service: Service,
  request: Request,
  response: Response,
  shown: Shown,
  status?: number,
): void => {
  const page = pageOf(service, request, response, "check", "calendar");
  const hasErrors = shown.state.errors.length > 0 || (shown.otherErrors ?? []).length > 0;
  const view = checkView(service, page, actorIn(response), shown);
  sendPage(response, "check", page, view, status ?? (hasErrors ? 400 : 200));
};

/** A tender with what is found in it. */
export const resultOf = (service: Service, read: ReadTender): Result => ({
  read,
  assessment: service.check(read, null),
});

/** The form as it was sent, with its errors, and nothing else. */
export const withErrors = ({ document, body, fieldErrors, otherErrors }: SentForm): Shown => ({
  state: { document, body, errors: fieldErrors },
  otherErrors,
});

/** A tender fills the form. */
export const filled = (service: Service, read: ReadTender, notice?: string): Shown => ({
  state: { document: read.document, body: null, errors: [] },
  result: resultOf(service, read),
  ...(notice === undefined ? {} : { notice }),
});

/** What the form says, and what changed since the check before. */
export const checked = (service: Service, form: SentForm): Shown => {
  if (form.read === null) return withErrors(form);
  const before = carried(form);
  const isOther = before !== null && JSON.stringify(before.document) !== JSON.stringify(form.read.document);
  return {
    state: { document: form.document, body: null, errors: [] },
    result: resultOf(service, form.read),
    ...(isOther ? { before: resultOf(service, before) } : {}),
  };
};

const EMPTY: Shown = { state: { document: {}, body: null, errors: [] } };

/** Only the fields that the procedure needs are asked for: choosing one changes the form, and judges nothing. */
const shownFields = ({ document, body }: SentForm): Shown => ({ state: { document, body, errors: [] } });

/** Does the form only want to be shown? In another language too, unless it can be judged as it stands. */
export const asksForFields = ({ body, read }: SentForm): boolean =>
  body["do"] === "fields" || (body["do"] === "language" && read === null);

const fromJson = (service: Service, text: string, form: SentForm): Shown => {
  const read = readTender(new TextEncoder().encode(text));
  if (read.ok) return filled(service, read);
  return { state: { document: form.document, body: form.body, errors: [] }, otherErrors: read.errors };
};

const fromFile = async (service: Service, request: Request): Promise<Shown> => {
  const upload = await uploadIn(request);
  if (upload === null) return { ...EMPTY, notice: "noFile" };
  const { read, isMore, errors } = await service.uploads.firstTender(upload);
  if (read === null) return { ...EMPTY, otherErrors: errors };
  return filled(service, read, isMore ? "fileFirst" : "fileRead");
};

/** Check a tender: the form, a file, the result, the report. It needs no JavaScript and stores nothing. */
export const checkPages = (service: Service, limit: RequestHandler): Router => {
  const router = Router();
  const show = (request: Request, response: Response, shown: Shown): void =>
    showCheck(service, request, response, shown);

  router.get("/", (request, response) => {
    const example = service.examples.find(({ name }) => name === request.query["example"]);
    const read =
      example === undefined ? null : readTender(new TextEncoder().encode(JSON.stringify(example.document)));
    show(request, response, read?.ok === true ? filled(service, read) : EMPTY);
  });

  router.post("/", limit, checkForm, (request, response) => {
    const body = bodyOf(request);
    const form = readForm(body);
    const shown =
      body["do"] === "json"
        ? fromJson(service, body["json"] ?? "", form)
        : asksForFields(form)
          ? shownFields(form)
          : checked(service, form);
    show(request, response, shown);
  });

  router.post("/file", limit, async (request, response) => {
    show(request, response, await fromFile(service, request));
  });

  router.post("/report.pdf", limit, checkForm, async (request, response) => {
    const language = languageOf(request);
    const form = readForm(bodyOf(request));
    if (form.read === null) {
      show(request, response, withErrors(form));
      return;
    }
    const assessment = service.check(form.read, null);
    const pdf = await service.reports.pdf({ assessment, document: form.read.document, language });
    // Taken away, so that the form with what was typed stays where it is.
    sendReport(request, response, pdf, `awlawiya-${assessment.id}-${language}`, "attachment");
  });
  return router;
};
