import {
  ABSENT,
  answer,
  BAD_PARAMETER,
  lang,
  page,
  path,
  pdf,
  query,
  ref,
  REPORT,
  variant,
} from "./parts.ts";

const other = {
  ...query("with", "Id of the second assessment", { type: "string" }),
  required: true,
};

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
      parameters: [lang, variant],
      responses: {
        200: pdf,
        304: { description: "The client holds it" },
        ...BAD_PARAMETER,
        ...ABSENT,
        ...REPORT,
      },
    },
  },
  "/assessments/{id}/report.html": {
    parameters: [path("id", "Id of the assessment")],
    get: {
      operationId: "previewReport",
      summary: "The report of a stored assessment as a web page",
      parameters: [lang, variant],
      responses: { 200: page, ...BAD_PARAMETER, ...ABSENT },
    },
  },
  "/assessments/{id}/comparison.pdf": {
    parameters: [path("id", "Id of the first assessment")],
    get: {
      operationId: "compareAssessments",
      summary: "What changed from one stored assessment to another, as PDF",
      parameters: [lang, other],
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
