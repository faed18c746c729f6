import { ABSENT, answer, BAD_PARAMETER, lang, path, pdf, ref, REPORT } from "./parts.ts";

/** Paths of stored assessments. */
export const assessmentPaths = {
  "/assessments/{id}": {
    parameters: [path("id", "Id of the assessment")],
    get: {
      operationId: "readAssessment",
      summary: "A stored assessment",
      parameters: [lang],
      responses: { 200: answer("The assessment", ref("Assessment")), ...BAD_PARAMETER, ...ABSENT },
    },
  },
  "/assessments/{id}/report.pdf": {
    parameters: [path("id", "Id of the assessment")],
    get: {
      operationId: "readReport",
      summary: "The PDF report of a stored assessment",
      parameters: [lang],
      responses: {
        200: pdf,
        304: { description: "The client holds it" },
        ...BAD_PARAMETER,
        ...ABSENT,
        ...REPORT,
      },
    },
  },
};
