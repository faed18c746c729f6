import { Type, type TSchema } from "typebox";
import { confirmationSchema } from "../intake/schema/confirmation-schema.ts";
import { tenderSchema } from "../intake/schema/tender-schema.ts";
import { assessmentSchema, problemSchema } from "./assessment-schema.ts";

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: object) => ({ "application/json": { schema } });
const problem = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: ref("Problem") } },
});
const answer = (description: string, schema: object, headers: object = {}) => ({
  description,
  headers,
  content: json(schema),
});
const pdf = {
  description: "The report: PDF",
  headers: { ETag: { description: "SHA-256 of the file", schema: { type: "string" } } },
  content: { "application/pdf": { schema: { type: "string", contentMediaType: "application/pdf" } } },
};
const versionHeader = { ETag: { description: "Version, for If-Match", schema: { type: "string" } } };

const query = (name: string, description: string, schema: object) => ({
  name,
  in: "query",
  description,
  schema,
});
const on = query("on", "Day whose law applies; else the tender's own", { type: "string", format: "date" });
const lang = query("lang", "Adds words in this language; else Accept-Language", {
  type: "string",
  enum: ["ar", "fr", "en"],
});
const path = (name: string, description: string) => ({
  name,
  in: "path",
  required: true,
  description,
  schema: { type: "string" },
});
const tenderBody = { required: true, content: json(ref("Tender")) };

const BODY_PROBLEMS = {
  400: problem("The document or a parameter is not as expected"),
  413: problem("The body is too large"),
  415: problem("The body is not JSON"),
};
const ABSENT = { 404: problem("There is no such thing") };
const BAD_PARAMETER = { 400: problem("A parameter is not as expected") };
const LIMITED = { 429: problem("Too many requests") };
const REPORT = {
  500: problem("The report could not be made"),
  503: problem("Too many reports are being made"),
};

const checks = {
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
      parameters: [on, lang],
      requestBody: tenderBody,
      responses: { 200: pdf, ...BODY_PROBLEMS, ...LIMITED, ...REPORT },
    },
  },
};

const tenders = {
  "/tenders": {
    get: {
      operationId: "listTenders",
      summary: "Stored tenders, page by page",
      parameters: [
        query("cursor", "`next` of the page before", { type: "string" }),
        query("limit", "Tenders a page", { type: "integer", minimum: 1, maximum: 200, default: 50 }),
      ],
      responses: { 200: answer("A page", ref("TenderPage")), ...BAD_PARAMETER },
    },
    post: {
      operationId: "storeTender",
      summary: "Store a tender; it is durable when the answer comes",
      requestBody: tenderBody,
      responses: { 201: answer("Stored", ref("StoredTender"), versionHeader), ...BODY_PROBLEMS },
    },
  },
  "/tenders/{id}": {
    parameters: [path("id", "Id of the tender")],
    get: {
      operationId: "readTender",
      summary: "A stored tender",
      responses: {
        200: answer("The tender", ref("StoredTender"), versionHeader),
        ...BAD_PARAMETER,
        ...ABSENT,
      },
    },
    put: {
      operationId: "replaceTender",
      summary: "Replace a tender at the version that was read",
      parameters: [
        {
          name: "If-Match",
          in: "header",
          required: true,
          description: "The ETag",
          schema: { type: "string" },
        },
      ],
      requestBody: tenderBody,
      responses: {
        200: answer("Replaced", ref("StoredTender"), versionHeader),
        ...BODY_PROBLEMS,
        ...ABSENT,
        412: problem("Somebody else was faster"),
        428: problem("If-Match is missing"),
      },
    },
  },
  "/tenders/{id}/assessments": {
    parameters: [path("id", "Id of the tender")],
    post: {
      operationId: "assessTender",
      summary: "Assess a stored tender and keep the assessment",
      parameters: [on, lang],
      responses: { 201: answer("The assessment", ref("Assessment")), ...BAD_PARAMETER, ...ABSENT },
    },
  },
};

const assessments = {
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

const confirmations = {
  "/confirmations": {
    get: {
      operationId: "listConfirmations",
      summary: "Numbers of the law that jurists confirmed",
      responses: { 200: answer("Confirmations, oldest first", ref("ConfirmationList")), ...BAD_PARAMETER },
    },
    post: {
      operationId: "confirm",
      summary: "Confirm a number of the law: lifts the cap by source for that number",
      requestBody: { required: true, content: json(ref("Confirmation")) },
      responses: { 201: answer("Confirmed", ref("Confirmation")), ...BODY_PROBLEMS },
    },
  },
};

const rules = {
  "/rules": {
    get: {
      operationId: "listRules",
      summary: "The rules with their sources and words",
      responses: { 200: answer("The rulebook", { type: "object" }), ...BAD_PARAMETER },
    },
  },
  "/rules/{id}": {
    parameters: [path("id", "Id of the rule")],
    get: {
      operationId: "readRule",
      summary: "One rule with its parameters",
      responses: { 200: answer("The rule", { type: "object" }), ...BAD_PARAMETER, ...ABSENT },
    },
  },
  "/openapi.json": {
    get: {
      operationId: "readOpenApi",
      summary: "This document",
      responses: { 200: answer("OpenAPI 3.1", { type: "object" }) },
    },
  },
};

const stored = Type.Object(
  {
    id: Type.String({ description: "Id of the tender" }),
    version: Type.Integer({ description: "Counts replacements from 1" }),
    receivedAt: Type.String({ description: "When it was stored first, UTC" }),
    changedAt: Type.String({ description: "When it was stored last, UTC" }),
    tender: tenderSchema,
  },
  { additionalProperties: false, description: "A stored tender" },
);

const page = Type.Object(
  {
    items: Type.Array(stored, { description: "Tenders of the page" }),
    next: Type.Union([Type.String(), Type.Null()], {
      description: "Cursor of the next page; null at the end",
    }),
  },
  { additionalProperties: false, description: "A page of tenders" },
);

/** The document shows plain JSON Schema: our own keywords would be unknown to its readers. */
const published = (schema: TSchema): unknown =>
  JSON.parse(JSON.stringify(schema, (key, value: unknown) => (key === "decimals" ? undefined : value)));

/** The OpenAPI 3.1 document of the API, from the same schemas by which input is validated. */
export const openApi = (version: string): object => ({
  openapi: "3.1.0",
  info: {
    title: "Awlawiya",
    version,
    description: "Checks Moroccan public tenders against the law and the cooperative-priority policy.",
    license: { name: "EUPL-1.2", identifier: "EUPL-1.2" },
  },
  servers: [{ url: "/api/v1" }],
  paths: { ...checks, ...tenders, ...assessments, ...confirmations, ...rules },
  components: {
    schemas: {
      Tender: published(tenderSchema),
      StoredTender: published(stored),
      TenderPage: published(page),
      Assessment: published(assessmentSchema),
      Confirmation: published(confirmationSchema),
      ConfirmationList: {
        type: "object",
        required: ["items"],
        properties: { items: { type: "array", items: ref("Confirmation"), description: "Confirmations" } },
      },
      Problem: published(problemSchema),
    },
  },
});
