import { answer, BODY_PROBLEMS, lang, LIMITED, on, pdf, ref, REPORT, tenderBody, variant } from "./parts.ts";

/** Paths of a check that stores nothing. */
export const checkPaths = {
  "/checks": {
    post: {
      operationId: "checkTender",
      summary: "Assess a tender without storing it",
      parameters: [on, lang],
      requestBody: tenderBody,
      responses: { 200: answer("The assessment", ref("Assessment")), ...BODY_PROBLEMS, ...LIMITED },
    },
  },
  "/checks/report.pdf": {
    post: {
      operationId: "reportTender",
      summary: "The PDF report of a tender that is not stored",
      parameters: [on, lang, variant],
      requestBody: tenderBody,
      responses: { 200: pdf, ...BODY_PROBLEMS, ...LIMITED, ...REPORT },
    },
  },
};
