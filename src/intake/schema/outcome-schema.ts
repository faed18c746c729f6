import { LEGAL_FORMS } from "../../domain/code-lists.ts";
import { closed, day, flag, moment, oneOf, text } from "./terms.ts";
import { Type } from "../../schema-type.ts";

const optional = Type.Optional;

/** Amounts here are bare dirhams with tax, as the format has them. */
const dirhams = (description: string) =>
  Type.Number({ description, examples: [1200000], minimum: 0, maximum: 1e12, decimals: 2 });

const id = (description: string) =>
  Type.String({ minLength: 1, maxLength: 100, description, examples: ["o1"] });

const tendererSchema = Type.Object(
  {
    name: optional(text("Name of the tenderer", "Coopérative fictive Al Amal", 300)),
    legalForm: optional(oneOf(LEGAL_FORMS, "Legal form")),
    ice: optional(
      Type.String({
        pattern: "^\\d{15}$",
        description: "Common identifier of the enterprise (ICE), 15 figures",
        examples: ["001512345000078"],
      }),
    ),
    foreign: optional(flag("Is it established abroad?")),
  },
  { ...closed, description: "A tenderer" },
);

export const offerSchema = Type.Object(
  {
    id: id("Identifier of the offer"),
    tenderer: optional(tendererSchema),
    lot: optional(id("Lot of the offer")),
    amount: optional(dirhams("Amount of the offer in dirhams, with tax")),
    admitted: optional(flag("Was the offer admitted? Absent = unknown")),
    receivedAt: optional(moment("When the offer was received", "2026-02-24T09:30:00+01:00")),
  },
  { ...closed, description: "An offer" },
);

export const awardSchema = Type.Object(
  {
    offerId: optional(id("The offer that won")),
    tenderer: optional(tendererSchema),
    lot: optional(id("Lot of the award")),
    amount: optional(dirhams("Amount of the award in dirhams, with tax")),
    decidedOn: optional(day("Day of the decision", "2026-02-26")),
    drawHeld: optional(flag("Was a draw held between equal offers?")),
    winnerInformedOn: optional(day("Day on which the winner was informed", "2026-02-27")),
    minutesPublishedAt: optional(
      moment("Publication of the extract of the minutes", "2026-02-27T09:00:00+01:00"),
    ),
    approvedOn: optional(day("Day of approval", "2026-03-20")),
    notifiedOn: optional(day("Day of notification", "2026-03-22")),
  },
  { ...closed, description: "An award" },
);

export const paymentSchema = Type.Object(
  {
    serviceRenderedOn: optional(day("Day on which the service was rendered", "2026-05-01")),
    paidOn: optional(day("Day of payment", "2026-06-15")),
    amount: optional(dirhams("Amount paid in dirhams")),
  },
  { ...closed, description: "A payment" },
);
