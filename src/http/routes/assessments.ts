import { Router } from "express";
import { actorIn } from "../access/present.ts";
import { inWords } from "../in-words.ts";
import { allowQuery, languageIn } from "../request.ts";
import { sendReport } from "../send-report.ts";
import type { Service } from "../service.ts";

/** Stored assessments and their reports. */
export const assessmentRoutes = ({ findAssessment, reports, rulebook }: Service): Router => {
  const router = Router();
  router.get("/:id", async (request, response) => {
    allowQuery(request, "lang");
    const language = languageIn(request);
    const { assessment } = await findAssessment(actorIn(response), request.params.id);
    response.json(inWords(assessment, rulebook, language));
  });
  router.get("/:id/report.pdf", async (request, response) => {
    allowQuery(request, "lang");
    const language = languageIn(request) ?? "fr";
    const { assessment, document } = await findAssessment(actorIn(response), request.params.id);
    const pdf = await reports.pdf({ assessment, document, language });
    sendReport(request, response, pdf, `awlawiya-${assessment.id}-${language}`);
  });
  return router;
};
