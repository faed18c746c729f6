import { RED_FLAGS } from "../../domain/red-flags/red-flag.ts";
import { FORMATS } from "../../intake/readers.ts";
import { profileSchema } from "../../intake/table/mapping.ts";
import {
  ABSENT,
  answer,
  BAD_PARAMETER,
  BODY_PROBLEMS,
  json,
  lang,
  path,
  problem,
  query,
  ref,
  LIMITED,
  tenderBody,
} from "./parts.ts";
import { Type } from "../../schema-type.ts";

const job = (summary: string, operationId: string) => ({
  operationId,
  summary,
  responses: { 200: answer("The job", ref("Job")), ...BAD_PARAMETER, ...ABSENT },
});

/** Paths of imports, of their jobs and of the profiles of sheets. */
export const importPaths = {
  "/checks/red-flags": {
    post: {
      operationId: "raiseRedFlags",
      summary: "Red flags of a tender, by the definitions of Cardinal; no part of an assessment",
      requestBody: tenderBody,
      responses: {
        200: answer("The reference and the flags", {
          type: "object",
          required: ["reference", "redFlags"],
          properties: { reference: { type: "string" }, redFlags: { type: "array", items: ref("RedFlag") } },
        }),
        ...BODY_PROBLEMS,
        ...LIMITED,
      },
    },
  },
  "/imports": {
    post: {
      operationId: "import",
      summary: "Import a file of tenders: it is kept as it comes, and a job reads it",
      parameters: [
        { ...query("as", "Format of the file", { type: "string", enum: FORMATS }), required: true },
        query("name", "Name of the file", { type: "string", maxLength: 200 }),
        query("profile", "Name of the profile by which the columns of a sheet are read", { type: "string" }),
      ],
      requestBody: {
        required: true,
        content: {
          "application/octet-stream": {
            schema: { type: "string", contentMediaType: "application/octet-stream" },
          },
        },
      },
      responses: {
        202: answer("The file is kept; the job waits", ref("Job")),
        ...BAD_PARAMETER,
        ...ABSENT,
        413: problem("The file is too large"),
      },
    },
  },
  "/jobs": {
    get: {
      operationId: "listJobs",
      summary: "Imports, newest first",
      parameters: [query("limit", "How many", { type: "integer", minimum: 1, maximum: 200, default: 50 })],
      responses: {
        200: answer("Jobs", {
          type: "object",
          required: ["items"],
          properties: { items: { type: "array", items: ref("Job") } },
        }),
        ...BAD_PARAMETER,
      },
    },
  },
  "/jobs/{id}": {
    parameters: [path("id", "Id of the job")],
    get: job("How far an import has come: what it counts is on disk", "readJob"),
  },
  "/jobs/{id}/cancel": {
    parameters: [path("id", "Id of the job")],
    post: job("Stop an import; what is stored stays stored", "cancelJob"),
  },
  "/jobs/{id}/resume": {
    parameters: [path("id", "Id of the job")],
    post: job("Go on with an import that was cancelled or failed", "resumeJob"),
  },
  "/jobs/{id}/problems.csv": {
    parameters: [path("id", "Id of the job")],
    get: {
      operationId: "readJobProblems",
      summary: "What could not be read, and once of each kind what had no place: row, column, value, reason",
      parameters: [lang],
      responses: {
        200: { description: "A CSV file", content: { "text/csv": { schema: { type: "string" } } } },
        ...BAD_PARAMETER,
        ...ABSENT,
      },
    },
  },
  "/profiles": {
    get: {
      operationId: "listProfiles",
      summary: "The buyer's profiles of sheets",
      responses: { 200: answer("Profiles by name", { type: "object" }), ...BAD_PARAMETER },
    },
  },
  "/profiles/{name}": {
    parameters: [path("name", "Name of the profile")],
    get: {
      operationId: "readProfile",
      summary: "A profile",
      responses: { 200: answer("The profile", ref("Profile")), ...BAD_PARAMETER, ...ABSENT },
    },
    put: {
      operationId: "keepProfile",
      summary: "Keep how the columns of a sheet are read",
      requestBody: { required: true, content: json(ref("Profile")) },
      responses: { 200: answer("Kept", ref("Profile")), ...BODY_PROBLEMS },
    },
    delete: {
      operationId: "removeProfile",
      summary: "Forget a profile",
      responses: { 204: { description: "Forgotten" }, ...BAD_PARAMETER, ...ABSENT },
    },
  },
};

const count = (description: string) => Type.Integer({ minimum: 0, description });

/** An import and how far it has come. */
export const jobSchema = Type.Object(
  {
    id: Type.String({ description: "Id of the job" }),
    state: Type.Enum(["uploading", "ready", "running", "done", "failed", "cancelled"], {
      description: "Where it stands",
    }),
    format: Type.String({ description: "Format of the file" }),
    name: Type.String({ description: "Name of the file" }),
    buyer: Type.Union([Type.String(), Type.Null()], { description: "Buyer for whom it is imported" }),
    bytes: count("Bytes of the file"),
    bytesRead: count("Bytes that were read"),
    items: count("Tenders that are settled"),
    stored: count("Tenders stored"),
    replaced: count("Tenders replaced by a new version"),
    unchanged: count("Tenders that were there already"),
    refused: count("Tenders refused, with a reason"),
    createdAt: Type.String({ description: "When it was made, UTC" }),
    changedAt: Type.String({ description: "When it changed last, UTC" }),
    problem: Type.Union([Type.String(), Type.Null()], { description: "Why it failed" }),
  },
  { additionalProperties: false, description: "An import" },
);

/** A red flag of a tender or of one of its lots. */
export const redFlagSchema = Type.Object(
  {
    flag: Type.Enum([...RED_FLAGS], { description: "Id of the flag in Cardinal" }),
    lot: Type.Optional(Type.String({ description: "Lot, where lots are looked at apart" })),
    outcome: Type.Enum(["raised", "clear", "cantTell", "inapplicable"], {
      description: "What the facts say",
    }),
    evidence: Type.Array(Type.Object({}), { description: "What was read, and where" }),
    arithmetic: Type.Array(Type.Object({}), { description: "How numbers decided" }),
    missing: Type.Array(Type.String(), { description: "Pointers of what would settle it" }),
  },
  { additionalProperties: false, description: "A sign that asks for a look; no judgement" },
);

export { profileSchema };
