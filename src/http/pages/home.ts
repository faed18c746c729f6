import { type Request, type RequestHandler, type Response, Router, urlencoded } from "express";
import { LARGEST } from "../../intake/gate.ts";
import type { InputError } from "../../intake/input-error.ts";
import { type ReadTender, readTender } from "../../intake/read-tender.ts";
import { sendReport } from "../send-report.ts";
import type { Service } from "../service.ts";
import { fieldIn } from "./form.ts";
import { homeView } from "./home-view.ts";
import { languageOf, pageOf, sendPage } from "./page.ts";

/** A form's encoding may triple the size of Arabic text. */
const form = urlencoded({ extended: false, limit: LARGEST * 6, parameterLimit: 4 });

interface Shown {
  readonly text: string;
  readonly read?: ReadTender;
  readonly errors?: readonly InputError[];
}

const readIn = (request: Request) => readTender(new TextEncoder().encode(fieldIn(request, "document")));

/** The page at `/`: paste or drop a tender, see the result, take the PDF. It needs no JavaScript. */
export const homePage = (service: Service, limit: RequestHandler): Router => {
  const router = Router();
  /** Shows the page; `shown` is what the form and the result come from. */
  const show = (request: Request, response: Response, { text, read, errors = [] }: Shown): void => {
    const result = read === undefined ? null : { read, assessment: service.check(read, null) };
    const page = pageOf(service, request, response);
    const view = { ...homeView(service, page, text, result), errors };
    sendPage(response, "home", page, view, errors.length === 0 ? 200 : 400);
  };

  router.get("/", (request, response) => {
    const example = service.examples.find(({ name }) => name === request.query["example"]);
    const text = example === undefined ? "" : JSON.stringify(example.document, null, 2);
    show(request, response, { text });
  });

  router.post("/", limit, form, (request, response) => {
    const read = readIn(request);
    const text = fieldIn(request, "document");
    if (read.ok) show(request, response, { text, read });
    else show(request, response, { text, errors: read.errors });
  });

  router.post("/report.pdf", limit, form, async (request, response) => {
    const language = languageOf(request);
    const read = readIn(request);
    if (!read.ok) {
      const text = fieldIn(request, "document");
      show(request, response, { text, errors: read.errors });
      return;
    }
    const assessment = service.check(read, null);
    const pdf = await service.reports.pdf({ assessment, document: read.document, language });
    sendReport(request, response, pdf, `awlawiya-${assessment.id}-${language}`);
  });
  return router;
};
