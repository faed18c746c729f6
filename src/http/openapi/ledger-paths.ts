import { answer, ABSENT, BAD_PARAMETER, BODY_PROBLEMS, LIMITED, path, ref } from "./parts.ts";

const pdfBody = {
  required: true,
  content: { "application/pdf": { schema: { type: "string", contentMediaType: "application/pdf" } } },
};

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
};

const text = { type: "string" };
const textOrNull = { type: ["string", "null"] };
const texts = { type: "array", items: text };

const object = (properties: Readonly<Record<string, object>>): object => ({
  type: "object",
  additionalProperties: false,
  required: Object.keys(properties),
  properties,
});

const holds = { enum: ["yes", "no", "cantTell"] };
const answerSchema = object({ holds, reason: text });

/** Schemas of the answers about reports. */
export const ledgerSchemas = {
  IssuedReport: object({
    id: text,
    variant: { enum: ["full", "summary"] },
    assessmentId: text,
    language: { enum: ["ar", "fr", "en"] },
    reference: text,
    buyer: text,
    on: textOrNull,
    verdict: text,
    payloadSha256: text,
    pdfSha256: text,
    issuedAt: text,
  }),
  Verification: object({
    summary: holds,
    answers: object({
      untouched: answerSchema,
      signed: answerSchema,
      logged: answerSchema,
      rulebook: answerSchema,
      sameResult: answerSchema,
    }),
    identity: object({
      reportId: textOrNull,
      assessmentId: textOrNull,
      reference: textOrNull,
      language: textOrNull,
      on: textOrNull,
      verdict: textOrNull,
      rulebook: textOrNull,
      engine: textOrNull,
    }),
    place: {
      anyOf: [
        { type: "null" },
        object({ origin: text, key: text, index: { type: "integer" }, size: { type: "integer" }, at: text }),
      ],
    },
    changedFiles: texts,
    changedRules: texts,
    responses: { type: "array", items: object({ text, key: text, at: text }) },
  }),
};
