import type { Static } from "typebox";
import { closed, day } from "./terms.ts";
import { Type } from "../../schema-type.ts";

const line = (description: string, example: string) =>
  Type.String({ minLength: 1, maxLength: 300, description, examples: [example] });

/** A jurist's confirmation of a number of the law. */
export const confirmationSchema = Type.Object(
  {
    parameter: Type.String({
      pattern: "^[a-z0-9-]{1,60}$",
      description: "Id of the parameter",
      examples: ["publication-days-open"],
    }),
    value: Type.Number({
      description: "The value read, in the parameter's unit",
      examples: [21],
      minimum: 0,
      maximum: 1e12,
    }),
    text: Type.String({
      pattern: "^[a-z0-9-]{1,60}$",
      description: "Id of the legal text",
      examples: ["decret-2-22-431"],
    }),
    article: line("Article that was read", "23"),
    bulletin: line("Issue of the Bulletin officiel that was read", "BO 7184, 6 April 2023"),
    confirmedBy: line("Who confirms, by function", "Legal department"),
    confirmedOn: day("Day of the confirmation"),
  },
  { ...closed, description: "A jurist's confirmation of a number of the law" },
);

/** A file of confirmations. */
export const confirmationsSchema = Type.Array(confirmationSchema, {
  maxItems: 500,
  description: "Confirmations, oldest first",
});

export type ConfirmationDocument = Static<typeof confirmationSchema>;
