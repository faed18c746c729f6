import { Router } from "express";
import { inWords } from "../in-words.ts";
import { allowQuery, dayIn, jsonBytes, languageIn, tenderIn, variantIn } from "../request.ts";
import { sendReport } from "../send-report.ts";
import type { Service } from "../service.ts";

/** Checks without storing: public. */
export const checkRoutes = ({ check, reports, rulebook }: Service): Router => {
  const router = Router();
  router.post("/", jsonBytes, (request, response) => {
    allowQuery(request, "on", "lang");
    const language = languageIn(request);
    response.json(inWords(check(tenderIn(request), dayIn(request)), rulebook, language));
  });
  router.post("/report.pdf", jsonBytes, async (request, response) => {
    allowQuery(request, "on", "lang", "variant");
    const language = languageIn(request) ?? "fr";
    const variant = variantIn(request);
    const read = tenderIn(request);
    const assessment = check(read, dayIn(request));
    const pdf = await reports.pdf({ assessment, document: read.document, language, variant });
    sendReport(request, response, pdf, `awlawiya-${assessment.id}-${language}`);
  });
  return router;
};
