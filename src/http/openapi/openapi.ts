import type { TSchema } from "typebox";
import { confirmationSchema } from "../../intake/schema/confirmation-schema.ts";
import { cooperativeSchema } from "../../intake/schema/cooperative-schema.ts";
import { tenderSchema } from "../../intake/schema/tender-schema.ts";
import { yearSchema } from "../../intake/schema/year-schema.ts";
import { assessmentSchema, problemSchema } from "../assessment-schema.ts";
import { assessmentPaths } from "./assessment-paths.ts";
import { checkPaths } from "./check-paths.ts";
import { callPageSchema, cooperativePaths, storedCooperativeSchema } from "./cooperative-paths.ts";
import { importPaths, jobSchema, profileSchema, redFlagSchema } from "./import-paths.ts";
import { guarded, securitySchemes } from "./guarded.ts";
import { ledgerPaths } from "./ledger-paths.ts";
import { ledgerSchemas } from "./ledger-schemas.ts";
import { answer, ref } from "./parts.ts";
import { rulebookPaths } from "./rulebook-paths.ts";
import { storedYearSchema, yearPaths } from "./year-paths.ts";
import { storedTenderSchema, tenderPageSchema, tenderPaths } from "./tender-paths.ts";

const documentPaths = {
  "/openapi.json": {
    get: {
      operationId: "readOpenApi",
      summary: "This document",
      responses: { 200: answer("OpenAPI 3.1", { type: "object" }) },
    },
  },
};

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
  paths: guarded({
    ...checkPaths,
    ...tenderPaths,
    ...assessmentPaths,
    ...yearPaths,
    ...rulebookPaths,
    ...cooperativePaths,
    ...ledgerPaths,
    ...importPaths,
    ...documentPaths,
  }),
  components: {
    securitySchemes,
    schemas: {
      Tender: published(tenderSchema),
      StoredTender: published(storedTenderSchema),
      TenderPage: published(tenderPageSchema),
      Year: published(yearSchema),
      StoredYear: storedYearSchema,
      Assessment: published(assessmentSchema),
      Cooperative: published(cooperativeSchema),
      StoredCooperative: published(storedCooperativeSchema),
      CallPage: published(callPageSchema),
      Confirmation: published(confirmationSchema),
      ConfirmationList: {
        type: "object",
        required: ["items"],
        properties: { items: { type: "array", items: ref("Confirmation"), description: "Confirmations" } },
      },
      ...ledgerSchemas,
      Job: published(jobSchema),
      RedFlag: published(redFlagSchema),
      Profile: published(profileSchema),
      Problem: published(problemSchema),
    },
  },
});
