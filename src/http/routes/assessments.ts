import { Router } from "express";
import { inWords } from "../in-words.ts";
import { onlyMethods } from "../problem.ts";
import { allowQuery, languageIn } from "../request.ts";
import { sendReport } from "../send-report.ts";
import type { Service } from "../service.ts";

/** Stored assessments and their reports. */
export const assessmentRoutes = ({ findAssessment, reports, rulebook }: Service): Router => {
  const router = Router();
  router.get("/:id", async (request, response) => {
    allowQuery(request, "lang");
    const language = languageIn(request);
    const { assessment } = await findAssessment(request.params.id);
    response.json(inWords(assessment, rulebook, language));
  });
  router.all("/:id", onlyMethods("GET", "HEAD"));
  router.get("/:id/report.pdf", async (request, response) => {
    allowQuery(request, "lang");
    const language = languageIn(request) ?? "fr";
    const { assessment, document } = await findAssessment(request.params.id);
    const pdf = await reports.pdf({ assessment, document, language });
    sendReport(request, response, pdf, `awlawiya-${assessment.id}-${language}`);
  });
  router.all("/:id/report.pdf", onlyMethods("GET", "HEAD"));
  return router;
};
