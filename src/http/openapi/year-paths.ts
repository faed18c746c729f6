import {
  ABSENT,
  answer,
  BAD_PARAMETER,
  BODY_PROBLEMS,
  json,
  on,
  path,
  problem,
  ref,
  versionHeader,
} from "./parts.ts";

const place = [path("code", "Code of the buyer"), path("year", "Budget year")];
const stored = answer("The year", ref("StoredYear"), versionHeader);

/** Paths of buyers' years. */
export const yearPaths = {
  "/buyers/{code}/years/{year}": {
    parameters: place,
    get: {
      operationId: "readYear",
      summary: "A buyer's year: forecast programme and purchase orders",
      responses: { 200: stored, ...BAD_PARAMETER, ...ABSENT },
    },
    put: {
      operationId: "keepYear",
      summary: "Keep a year: new without If-Match, else at the version that was read",
      parameters: [
        {
          name: "If-Match",
          in: "header",
          description: "The ETag; * for whichever version there is",
          schema: { type: "string" },
        },
      ],
      requestBody: { required: true, content: json(ref("Year")) },
      responses: {
        200: stored,
        201: stored,
        ...BODY_PROBLEMS,
        ...ABSENT,
        412: problem("Somebody else was faster"),
      },
    },
  },
  "/buyers/{code}/years/{year}/reserve": {
    parameters: place,
    get: {
      operationId: "readReserve",
      summary: "The reserved share of the forecast amount, with the findings of the year",
      parameters: [on],
      responses: { 200: answer("The judged year", { type: "object" }), ...BAD_PARAMETER, ...ABSENT },
    },
  },
  "/buyers/{code}/years/{year}/pack.zip": {
    parameters: place,
    get: {
      operationId: "readPack",
      summary: "What the buyer publishes of the year: PDF and XLSX in ar, fr, en, OCDS, JSON and SHA256SUMS",
      responses: {
        200: {
          description: "The archive; the same data gives the same bytes",
          headers: {
            ETag: { description: "SHA-256 of the archive", schema: { type: "string" } },
          },
          content: { "application/zip": { schema: { type: "string", contentMediaType: "application/zip" } } },
        },
        304: { description: "The client holds it" },
        ...BAD_PARAMETER,
        ...ABSENT,
        503: problem("Too many packs are being made"),
      },
    },
  },
};

/** A stored year, beside its document. */
export const storedYearSchema = {
  type: "object",
  required: ["buyer", "year", "version", "changedAt", "document"],
  additionalProperties: false,
  properties: {
    buyer: { type: "string", description: "Code of the buyer" },
    year: { type: "integer", description: "Budget year" },
    version: { type: "integer", description: "Counts replacements from 1" },
    changedAt: { type: "string", description: "When it was kept last, UTC" },
    document: ref("Year"),
  },
};
