import { ADMISSIBLE_FORMS, PAPER_HOLDERS, PAPER_KINDS } from "../../domain/code-lists.ts";
import { amount, closed, flag, oneOf, text, whole } from "./terms.ts";
import { Type } from "../../schema-type.ts";

const optional = Type.Optional;

const paperSchema = Type.Object(
  {
    kind: oneOf(PAPER_KINDS, "Kind of paper"),
    phase: optional(oneOf(["bid", "award"], "Asked with the offer, or of the winner alone")),
    appliesTo: optional(
      Type.Array(oneOf(PAPER_HOLDERS, "Of whom it is asked"), {
        maxItems: 5,
        description: "Of whom it is asked; absent = unknown",
      }),
    ),
  },
  { ...closed, description: "A paper that the file asks for" },
);

export const requirementsSchema = Type.Object(
  {
    papers: optional(
      Type.Array(paperSchema, {
        maxItems: 100,
        description: "Papers of the file; a present list is complete",
      }),
    ),
    completionDays: optional(whole("Days given to complete the file", 7, 365)),
    legalForms: optional(
      Type.Array(oneOf(["all", ...ADMISSIBLE_FORMS], "A legal form that is admitted"), {
        minItems: 1,
        maxItems: 8,
        description: 'Who is admitted; ["all"] = unrestricted',
      }),
    ),
    minimumTurnover: optional(amount("Least turnover asked")),
    similarReferences: optional(
      Type.Object(
        {
          count: optional(whole("How many references", 2, 100)),
          minimumAmount: optional(
            Type.Number({
              minimum: 0,
              maximum: 1e12,
              decimals: 2,
              description: "Least amount of each, in dirhams",
              examples: [1000000],
            }),
          ),
        },
        { ...closed, description: "References of similar services" },
      ),
    ),
    minimumStaff: optional(whole("Least staff asked", 10)),
    minimumYears: optional(whole("Least years of activity asked", 3, 200)),
    classifications: optional(
      Type.Array(text("A classification asked for", "Secteur D", 300), {
        maxItems: 50,
        description: "Classifications asked for",
      }),
    ),
    siteVisit: optional(oneOf(["none", "optional", "mandatory"], "Visit of the site")),
    fileFee: optional(amount("Price of the file")),
    languages: optional(
      Type.Array(oneOf(["ar", "fr", "en"], "A language of offers"), {
        maxItems: 3,
        description: "Languages in which offers are accepted",
      }),
    ),
    brands: optional(
      Type.Array(
        Type.Object(
          {
            text: text("The brand as printed", "Marque X", 300),
            orEquivalent: optional(flag('Is it followed by "or equivalent"?')),
          },
          closed,
        ),
        { maxItems: 100, description: "Brands named" },
      ),
    ),
  },
  { ...closed, description: "What the call asks of tenderers" },
);
