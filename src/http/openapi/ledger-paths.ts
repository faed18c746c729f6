import {
  answer,
  ABSENT,
  BAD_PARAMETER,
  BODY_PROBLEMS,
  LIMITED,
  json,
  path,
  pdf,
  problem,
  query,
  ref,
} from "./parts.ts";
import { DECISIONS, object } from "./ledger-schemas.ts";

const pdfBody = {
  required: true,
  content: { "application/pdf": { schema: { type: "string", contentMediaType: "application/pdf" } } },
};

const filters = [
  query("q", "Part of the reference", { type: "string" }),
  query("buyer", "Code or name of the buyer", { type: "string" }),
  query("year", "Year of issue", { type: "string", pattern: "^[0-9]{4}$" }),
  query("verdict", "Legal verdict", { type: "string" }),
  query("language", "Language of the report", { enum: ["ar", "fr", "en"] }),
];

/** Paths of what was issued. */
export const ledgerPaths = {
  "/verify": {
    post: {
      operationId: "verifyReport",
      summary: "Say whether a report is as it was issued, signed, logged, and judged the same today",
      requestBody: pdfBody,
      responses: { 200: answer("What holds", ref("Verification")), ...BODY_PROBLEMS, ...LIMITED },
    },
  },
  "/verify/{reportId}": {
    parameters: [path("reportId", "Id of the report, as printed on it")],
    get: {
      operationId: "findReport",
      summary: "What the register says of a report that was issued here",
      responses: { 200: answer("The report", ref("IssuedReport")), ...BAD_PARAMETER, ...ABSENT, ...LIMITED },
    },
  },
  "/reports": {
    get: {
      operationId: "listReports",
      summary: "The register of issued reports, newest first",
      parameters: [
        ...filters,
        query("after", "`next` of the page before", { type: "string" }),
        query("limit", "Reports a page", { type: "integer", minimum: 1, maximum: 200, default: 50 }),
      ],
      responses: { 200: answer("A page", ref("ReportPage")), ...BAD_PARAMETER },
    },
  },
  "/reports/sample": {
    get: {
      operationId: "sampleReports",
      summary: "A sample of the register; the same seed over the same reports draws the same",
      parameters: [
        ...filters,
        { ...query("seed", "Any text", { type: "string" }), required: true },
        query("size", "How many", { type: "integer", minimum: 1, maximum: 1000, default: 10 }),
        query("by", "Each alike, or the likelier the worse the verdict", { enum: ["random", "risk"] }),
      ],
      responses: { 200: answer("The sample", ref("ReportSample")), ...BAD_PARAMETER },
    },
  },
  "/reports/archive.zip": {
    get: {
      operationId: "archiveReports",
      summary: "Issued reports with their proofs, a manifest, checksums, head and keys of the log",
      parameters: filters,
      responses: {
        200: {
          description: "A ZIP archive",
          content: { "application/zip": { schema: { type: "string", contentMediaType: "application/zip" } } },
        },
        ...BAD_PARAMETER,
      },
    },
  },
  "/reports/{reportId}/responses": {
    parameters: [path("reportId", "Id of the report, as printed on it")],
    get: {
      operationId: "listResponses",
      summary: "A buyer's signed answers to a report",
      responses: { 200: answer("Answers, oldest first", ref("ResponseList")), ...BAD_PARAMETER, ...LIMITED },
    },
    post: {
      operationId: "respond",
      summary: "Attach a signed note of the buyer to a report; it travels with the report from then on",
      requestBody: { required: true, content: { "text/plain": { schema: { type: "string" } } } },
      responses: {
        201: answer("Kept and logged", ref("Response")),
        ...BODY_PROBLEMS,
        ...ABSENT,
        422: problem("No key of the report's buyer signed it"),
        ...LIMITED,
      },
    },
  },
  "/assessments/{id}/decisions": {
    parameters: [path("id", "Id of the assessment")],
    get: {
      operationId: "listDecisions",
      summary: "Who proposed, approved, refused",
      responses: { 200: answer("Steps, oldest first", ref("DecisionList")), ...BAD_PARAMETER, ...ABSENT },
    },
    post: {
      operationId: "decide",
      summary:
        "Propose that the report be issued, approve or refuse it: two people where the buyer asks for four eyes",
      requestBody: { required: true, content: json(object({ kind: { enum: DECISIONS } })) },
      responses: {
        201: answer("Steps, oldest first", ref("DecisionList")),
        ...BODY_PROBLEMS,
        ...ABSENT,
        409: problem("Out of turn, or the person who proposed"),
      },
    },
  },
  "/buyers/{code}/four-eyes": {
    parameters: [path("code", "Code of the buyer")],
    put: {
      operationId: "askFourEyes",
      summary: "Say whether a buyer asks for four eyes",
      requestBody: { required: true, content: json(object({ isAsked: { type: "boolean" } })) },
      responses: { 200: answer("As it is now", object({ isAsked: { type: "boolean" } })), ...BODY_PROBLEMS },
    },
  },
  "/reports/{reportId}/file.pdf": {
    parameters: [path("reportId", "Id of the report, as printed on it")],
    get: {
      operationId: "readReportFile",
      summary: "A report as it was issued, with its proof",
      parameters: [query("variant", "The whole, or one page", { enum: ["full", "summary"] })],
      responses: { 200: pdf, ...BAD_PARAMETER, ...ABSENT },
    },
  },
};
