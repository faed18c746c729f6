import { type Request, type RequestHandler, Router, urlencoded } from "express";
import type { Language } from "../../domain/tender.ts";
import { LARGEST } from "../../intake/gate.ts";
import { type ReadTender, readTender } from "../../intake/read-tender.ts";
import { onlyMethods } from "../problem.ts";
import { languageIn } from "../request.ts";
import { sendReport } from "../send-report.ts";
import type { Service } from "../service.ts";
import { type HomeView, homeView } from "./home-view.ts";
import { renderPage } from "./render-page.ts";

/** A form's encoding may triple the size of Arabic text. */
const form = urlencoded({ extended: false, limit: LARGEST * 6, parameterLimit: 4 });

const fieldIn = (request: Request, name: string): string => {
  const body: unknown = request.body;
  const value =
    typeof body === "object" && body !== null && name in body ? (body as Record<string, unknown>)[name] : "";
  return typeof value === "string" ? value : "";
};

const languageOf = (request: Request): Language => languageIn(request) ?? "fr";

interface Posted {
  readonly language: Language;
  readonly text: string;
  readonly read: ReturnType<typeof readTender>;
}

const posted = (request: Request): Posted => {
  const text = fieldIn(request, "document");
  return { language: languageOf(request), text, read: readTender(new TextEncoder().encode(text)) };
};

const show = (view: HomeView): string => renderPage("home", view);

/** The page at `/`: paste or drop a tender, see the result, take the PDF. It needs no JavaScript. */
export const homePage = (service: Service, limit: RequestHandler): Router => {
  const router = Router();
  const view = (language: Language, text: string, read?: { ok: true } & ReadTender): HomeView =>
    homeView(
      service,
      language,
      text,
      read === undefined ? null : { read, assessment: service.check(read, null) },
    );

  router.get("/", (request, response) => {
    const language = languageOf(request);
    const example = service.examples.find(({ name }) => name === request.query["example"]);
    response
      .type("html")
      .send(show(view(language, example === undefined ? "" : JSON.stringify(example.document, null, 2))));
  });

  router.post("/", limit, form, (request, response) => {
    const { language, text, read } = posted(request);
    if (read.ok) {
      response.type("html").send(show(view(language, text, read)));
      return;
    }
    response
      .status(400)
      .type("html")
      .send(show({ ...view(language, text), errors: read.errors }));
  });
  router.all("/", onlyMethods("GET", "HEAD", "POST"));

  router.post("/report.pdf", limit, form, async (request, response) => {
    const { language, text, read } = posted(request);
    if (!read.ok) {
      response
        .status(400)
        .type("html")
        .send(show({ ...view(language, text), errors: read.errors }));
      return;
    }
    const assessment = service.check(read, null);
    const pdf = await service.reports.pdf({ assessment, document: read.document, language });
    sendReport(request, response, pdf, `awlawiya-${assessment.id}-${language}`);
  });
  router.all("/report.pdf", onlyMethods("POST"));
  return router;
};
