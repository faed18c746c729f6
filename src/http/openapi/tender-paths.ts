import { tenderSchema } from "../../intake/schema/tender-schema.ts";
import {
  ABSENT,
  answer,
  BAD_PARAMETER,
  BODY_PROBLEMS,
  lang,
  on,
  path,
  problem,
  query,
  ref,
  tenderBody,
  versionHeader,
} from "./parts.ts";
import { Type } from "../../schema-type.ts";

/** Paths of stored tenders. */
export const tenderPaths = {
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
      responses: {
        201: answer("Stored", ref("StoredTender"), versionHeader),
        ...BODY_PROBLEMS,
        409: problem("The call is stored already, at the address in Location"),
      },
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
          description: "The ETag; * for whichever version there is",
          schema: { type: "string" },
        },
      ],
      requestBody: tenderBody,
      responses: {
        200: answer("Replaced", ref("StoredTender"), versionHeader),
        ...BODY_PROBLEMS,
        ...ABSENT,
        409: problem("The call is that of another tender, at the address in Location"),
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

/** A tender with its place in the store. */
export const storedTenderSchema = Type.Object(
  {
    id: Type.String({ description: "Id of the tender" }),
    version: Type.Integer({ description: "Counts replacements from 1" }),
    receivedAt: Type.String({ description: "When it was stored first, UTC" }),
    changedAt: Type.String({ description: "When it was stored last, UTC" }),
    tender: tenderSchema,
  },
  { additionalProperties: false, description: "A stored tender" },
);

/** One page of stored tenders. */
export const tenderPageSchema = Type.Object(
  {
    items: Type.Array(storedTenderSchema, { description: "Tenders of the page" }),
    next: Type.Union([Type.String(), Type.Null()], {
      description: "Cursor of the next page; null at the end",
    }),
  },
  { additionalProperties: false, description: "A page of tenders" },
);
