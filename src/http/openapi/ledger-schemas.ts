import { ref } from "./parts.ts";

const text = { type: "string" };
const textOrNull = { type: ["string", "null"] };
const texts = { type: "array", items: text };

/** An object with all of these properties and no other. */
export const object = (properties: Readonly<Record<string, object>>): object => ({
  type: "object",
  additionalProperties: false,
  required: Object.keys(properties),
  properties,
});

/** The steps of four eyes. */
export const DECISIONS = ["proposed", "approved", "refused"];

const responseSchema = object({ number: { type: "integer" }, note: text, text, key: text, at: text });

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
    answers: {
      type: "integer",
      description: "Signed answers of its buyer, to this or another report of the assessment",
    },
  }),
  Response: responseSchema,
  ResponseList: object({ items: { type: "array", items: ref("Response") } }),
  DecisionList: object({
    items: { type: "array", items: object({ kind: { enum: DECISIONS }, by: text, at: text }) },
  }),
  ReportPage: object({ items: { type: "array", items: ref("IssuedReport") }, next: textOrNull }),
  ReportSample: object({
    seed: text,
    size: { type: "integer" },
    by: { enum: ["random", "risk"] },
    items: { type: "array", items: ref("IssuedReport") },
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
        object({
          origin: text,
          key: text,
          index: { type: "integer" },
          size: { type: "integer" },
          root: text,
          at: text,
        }),
      ],
    },
    changedFiles: texts,
    changedRules: texts,
    responses: { type: "array", items: object({ text, key: text, at: text }) },
  }),
};
