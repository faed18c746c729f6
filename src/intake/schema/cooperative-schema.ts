import { FAMILIES, SECTORS } from "../../domain/code-lists.ts";
import type { Static } from "typebox";
import { PROFILE_FORMS } from "../../domain/cooperative.ts";
import { amount, closed, day, flag, oneOf, text, whole, words } from "./terms.ts";
import { Type } from "../../schema-type.ts";

const optional = Type.Optional;

/** A paper: held until a day, or `null`: not held. */
const certificate = (description: string) =>
  Type.Union(
    [
      Type.Object(
        {
          issuedOn: optional(day("Day of issue")),
          validUntil: optional(day("Last day on which it is good")),
        },
        closed,
      ),
      Type.Null(),
    ],
    { description: `${description}; null = not held` },
  );

const registerSchema = Type.Union(
  [
    Type.Object(
      {
        court: optional(
          text("Court that keeps the register", "Tribunal de première instance de Casablanca", 200),
        ),
        number: optional(text("Number in the register", "12/2019", 60)),
        registeredOn: optional(day("Day of registration", "2019-03-01")),
      },
      closed,
    ),
    Type.Null(),
  ],
  {
    description:
      "Certificate of its own register: cooperatives, self-entrepreneurs, commerce; null = not held",
  },
);

const referenceSchema = Type.Object(
  {
    amount: optional(amount("Amount of the contract")),
    sector: optional(oneOf(SECTORS, "Sector")),
    year: optional(Type.Integer({ minimum: 1950, maximum: 2100, description: "Year", examples: [2025] })),
  },
  { ...closed, description: "A contract already carried out" },
);

/** The profile of a cooperative, union, self-entrepreneur or small firm; what is absent is unknown. */
export const cooperativeSchema = Type.Object(
  {
    name: words("Name, at least in one language", 300),
    legalForm: oneOf(PROFILE_FORMS, "Legal form"),
    sectors: optional(
      Type.Array(oneOf(SECTORS, "Sector"), {
        maxItems: 4,
        description: "Sectors of work",
      }),
    ),
    families: optional(
      Type.Array(oneOf(FAMILIES, "Family"), { maxItems: 16, description: "Families of services" }),
    ),
    places: optional(
      Type.Array(text("Code of a region, province or commune", "06.141.01.53", 40), {
        maxItems: 100,
        description: "Places served",
      }),
    ),
    largestContract: optional(amount("Largest contract that it can carry out")),
    turnover: optional(amount("Turnover of the last year")),
    register: optional(registerSchema),
    taxCertificate: optional(certificate("Tax certificate")),
    socialSecurityCertificate: optional(certificate("Social-security certificate")),
    sanitaryAuthorisation: optional(certificate("Sanitary authorisation")),
    ice: optional(
      Type.String({
        pattern: "^\\d{15}$",
        description: "Common identifier: 15 figures whose check figures fit",
        examples: ["001561191000066"],
      }),
    ),
    members: optional(whole("Members", 12)),
    staff: optional(whole("People at work", 12)),
    foundedOn: optional(day("Day of foundation", "2019-03-01")),
    references: optional(
      Type.Array(referenceSchema, { maxItems: 100, description: "Contracts already carried out" }),
    ),
    classifications: optional(
      Type.Array(text("A classification held", "T", 200), {
        maxItems: 50,
        description: "Classifications held",
      }),
    ),
    languages: optional(
      Type.Array(oneOf(["ar", "fr", "en"], "Language"), {
        maxItems: 3,
        description: "Languages of its offers",
      }),
    ),
    listed: optional(flag("Wishes to be proposed to others as a partner; false unless said")),
  },
  { ...closed, description: "The profile of a cooperative, union, self-entrepreneur or small firm" },
);

export type CooperativeDocument = Static<typeof cooperativeSchema>;
