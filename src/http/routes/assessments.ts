import { Router } from "express";
import { actorIn } from "../access/present.ts";
import { inWords } from "../in-words.ts";
import { allowQuery, languageIn, otherIn, variantIn } from "../request.ts";
import { REPORT_STYLE, sendPage, sendReport } from "../send-report.ts";
import type { Service } from "../service.ts";

const addReports = (router: Router, { findAssessment, ledger, reports }: Service): void => {
  router.get("/:id/report.pdf", async (request, response) => {
    allowQuery(request, "lang", "variant");
    const language = languageIn(request) ?? "fr";
    const variant = variantIn(request);
    const { assessment, document } = await findAssessment(actorIn(response), request.params.id);
    const pdf = await ledger.issueReport({ assessment, document, language, variant });
    const name = variant === "full" ? "" : `-${variant}`;
    sendReport(request, response, pdf, `awlawiya-${assessment.id}-${language}${name}`);
  });
  router.get("/:id/report.html", async (request, response) => {
    allowQuery(request, "lang", "variant");
    const language = languageIn(request) ?? "fr";
    const variant = variantIn(request);
    const stored = await findAssessment(actorIn(response), request.params.id);
    const answers = await ledger.answersTo(stored.assessment.id);
    sendPage(response, reports.html({ ...stored, answers, language, variant }, REPORT_STYLE));
  });
};

const addComparison = (router: Router, { findAssessment, reports }: Service): void => {
  router.get("/:id/comparison.pdf", async (request, response) => {
    allowQuery(request, "lang", "with");
    const language = languageIn(request) ?? "fr";
    const other = otherIn(request);
    const before = await findAssessment(actorIn(response), request.params.id);
    const after = await findAssessment(actorIn(response), other);
    const pdf = await reports.pdf({ variant: "comparison", language, before, after });
    sendReport(request, response, pdf, `awlawiya-${request.params.id}-${other}-${language}`);
  });
};

/** Stored assessments and their reports. */
export const assessmentRoutes = (service: Service): Router => {
  const router = Router();
  router.get("/:id", async (request, response) => {
    allowQuery(request, "lang");
    const language = languageIn(request);
    const { assessment } = await service.findAssessment(actorIn(response), request.params.id);
    response.json(inWords(assessment, service.rulebook, language));
  });
  addReports(router, service);
  addComparison(router, service);
  return router;
};
