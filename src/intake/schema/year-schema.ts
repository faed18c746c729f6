import { LEGAL_FORMS, PROCEDURES, SECTORS } from "../../domain/code-lists.ts";
import type { Static } from "typebox";
import { buyerSchema } from "./tender-schema.ts";
import { closed, day, flag, oneOf, text, words } from "./terms.ts";
import { Type } from "../../schema-type.ts";

const optional = Type.Optional;
/** More entries or orders than any commune has in a year. */
const MOST = 2000;

const dirhams = (description: string) =>
  Type.Number({ description, examples: [1999800], minimum: 0, maximum: 1e12, decimals: 2 });

const entrySchema = Type.Object(
  {
    reference: optional(text("Reference as printed", "01/2026", 200)),
    title: optional(words("Object of the contract", 2000)),
    amount: optional(dirhams("Forecast amount in dirhams; 0 = not disclosed")),
    procedure: optional(oneOf(PROCEDURES, "Procedure planned")),
    reserved: optional(flag("Is it reserved to the priority group? Absent = unknown")),
    sector: optional(oneOf(SECTORS, "Sector")),
    launchPlannedFor: optional(
      Type.String({
        pattern: "^\\d{4}-(0[1-9]|1[0-2])$",
        description: "Month of the planned launch (YYYY-MM)",
        examples: ["2026-04"],
      }),
    ),
    launched: optional(flag("Has it been launched?")),
  },
  { ...closed, description: "A contract of the forecast programme" },
);

const orderSchema = Type.Object(
  {
    reference: optional(text("Reference as printed", "BC 12/2026", 200)),
    title: optional(words("Object of the order", 2000)),
    natureCode: optional(text("Code of the nature of the service", "reception", 60)),
    amount: optional(dirhams("Amount in dirhams, with tax; 0 = not disclosed")),
    orderedOn: optional(day("Day of the order", "2026-03-02")),
    supplierLegalForm: optional(oneOf(LEGAL_FORMS, "Legal form of the supplier")),
  },
  { ...closed, description: "A purchase order that was placed" },
);

/** A buyer's year, as the public JSON format has it. Absent = unknown; a present array is complete. */
export const yearSchema = Type.Object(
  {
    buyer: buyerSchema,
    year: Type.Integer({ minimum: 1990, maximum: 2100, description: "Budget year", examples: [2026] }),
    closed: optional(flag("Is the year over?")),
    programmePublishedOn: optional(day("Day on which the forecast programme was published", "2026-02-10")),
    awardedListPublishedOn: optional(
      day("Day on which the list of last year's contracts awarded to the group was published", "2026-03-20"),
    ),
    entries: optional(
      Type.Array(entrySchema, { maxItems: MOST, description: "Contracts of the forecast programme" }),
    ),
    purchaseOrders: optional(
      Type.Array(orderSchema, { maxItems: MOST, description: "Purchase orders placed in the year" }),
    ),
  },
  { ...closed, description: "A buyer's year. Absent = unknown; a present array is complete" },
);

export type YearDocument = Static<typeof yearSchema>;
