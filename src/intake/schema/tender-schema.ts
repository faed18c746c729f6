import {
  BENEFICIARIES,
  BUYER_KINDS,
  EVALUATION_METHODS,
  FAMILIES,
  PROCEDURES,
  SECTORS,
  SOCIAL_CLAUSES,
  STAGES,
} from "../../domain/code-lists.ts";
import type { Static } from "typebox";
import { awardSchema, offerSchema, paymentSchema } from "./outcome-schema.ts";
import { requirementsSchema } from "./requirements-schema.ts";
import { amount, closed, day, estimate, flag, moment, oneOf, share, text, whole, words } from "./terms.ts";
import { Type } from "../../schema-type.ts";

const optional = Type.Optional;

export const buyerSchema = Type.Object(
  {
    name: words("Name of the buyer, at least in one language", 300),
    kind: optional(oneOf(BUYER_KINDS, "Kind of buyer")),
    code: optional(text("Code of the High Commission for Planning", "12.066.01.01", 40)),
    codeYear: optional(
      Type.Integer({
        minimum: 1960,
        maximum: 2100,
        description: "Census year of the code",
        examples: [2014],
      }),
    ),
  },
  { ...closed, description: "The contracting authority" },
);

const reservationSchema = Type.Object(
  {
    reserved: optional(flag("Is the call reserved? Absent = unknown")),
    beneficiaries: optional(
      Type.Array(oneOf(BENEFICIARIES, "A group for whom the call is reserved"), {
        maxItems: 6,
        description: "Groups for whom the call is reserved",
      }),
    ),
    portalFlag: optional(flag("What the national portal shows")),
    noticeText: optional(text("The mention as printed in the notice", "Réservé aux coopératives…", 5000)),
    rulesText: optional(
      text("The mention as printed in the consultation rules", "Réservé aux coopératives…", 5000),
    ),
  },
  { ...closed, description: "Reservation to small firms, cooperatives, unions and self-entrepreneurs" },
);

const SUITABLE = "Does the buyer call it suitable for small and medium firms? That is no reservation";

const cpvCodes = Type.Array(
  Type.String({
    pattern: "^\\d{8}$",
    description: "A code of the Common Procurement Vocabulary, without its check digit",
    examples: ["55520000"],
  }),
  { maxItems: 100, description: "What is bought, main code first, where the source says so" },
);

const lotSchema = Type.Object(
  {
    id: Type.String({ minLength: 1, maxLength: 40, description: "Identifier of the lot", examples: ["1"] }),
    title: optional(words("Object of the lot", 1000)),
    estimate: optional(estimate("Estimate of the lot")),
    provisionalGuarantee: optional(amount("Provisional guarantee of the lot")),
    reservation: optional(reservationSchema),
    requirements: optional(requirementsSchema),
    family: optional(oneOf(FAMILIES, "Family of services")),
    cpv: optional(cpvCodes),
    suitableForSmallFirms: optional(flag(SUITABLE)),
  },
  { ...closed, description: "A lot; it inherits what it omits, except amounts" },
);

const publicationSchema = Type.Object(
  {
    medium: oneOf(["portal", "newspaper", "letter"], "Where it was published"),
    name: optional(text("Name of the newspaper", "Quotidien", 200)),
    language: optional(oneOf(["ar", "fr", "en"], "Language of the newspaper")),
    publishedAt: optional(moment("When it was published", "2026-01-20T09:00:00+01:00")),
  },
  closed,
);

const amendmentSchema = Type.Object(
  {
    changedOn: optional(day("Day of the change")),
    noticePublishedOn: optional(day("Day of the rectifying notice")),
    newOpeningAt: optional(moment("New opening, when it was moved")),
  },
  { ...closed, description: "A change of the file" },
);

const termsSchema = Type.Object(
  {
    offerValidityDays: optional(whole("Days during which offers are valid", 60)),
    paymentDays: optional(whole("Days to pay after the service is rendered", 60)),
    subcontractingMaxShare: optional(share("Largest part that may be subcontracted", 0.5)),
    definitiveGuaranteeShare: optional(share("Definitive guarantee, as a share of the contract", 0.03)),
    retentionShare: optional(share("Retention money, as a share of the contract", 0.07)),
    advanceShare: optional(share("Advance payment, as a share of the contract", 0.1)),
    reservedExecution: optional(flag("Must it be performed within a programme of sheltered employment?")),
    socialClauses: optional(
      Type.Array(oneOf(SOCIAL_CLAUSES, "A social or environmental clause"), {
        maxItems: 5,
        description: "Social and environmental clauses",
      }),
    ),
  },
  { ...closed, description: "Clauses of the contract" },
);

/** A tender, as the public JSON format has it. Absent = unknown; a present array is complete. */
export const tenderSchema = Type.Object(
  {
    reference: Type.String({
      minLength: 1,
      maxLength: 200,
      description: "Reference as printed; never parsed",
      examples: ["01/2026"],
    }),
    buyer: buyerSchema,
    ocid: optional(text("Open contracting identifier, where it was published", "ocds-213czf-000-00001", 200)),
    portal: optional(
      Type.Object(
        {
          organisation: optional(text("Acronym of the buyer on the portal", "g3h", 60)),
          consultation: optional(text("Number of the consultation on the portal", "912345", 60)),
        },
        { ...closed, description: "Natural key on the national portal" },
      ),
    ),
    title: words("Object of the call, at least in one language", 2000),
    description: optional(words("Longer description", 20_000)),
    category: optional(oneOf(["works", "supplies", "services"], "Category of the contract")),
    sector: optional(oneOf(SECTORS, "Sector; absent = read from the words")),
    cpv: optional(cpvCodes),
    suitableForSmallFirms: optional(flag(SUITABLE)),
    places: optional(
      Type.Array(text("HCP code of a place of performance", "12.066.01.01", 40), {
        maxItems: 200,
        description: "Where it is performed",
      }),
    ),
    procedure: optional(oneOf(PROCEDURES, "Procedure of award")),
    scope: optional(oneOf(["national", "international"], "Reach of the call")),
    launchedOn: optional(day("Day of launch; decides the law that applies")),
    stage: optional(oneOf(STAGES, "Stage; absent = what the facts show")),
    studies: optional(flag("Is it a study? Another evaluation applies")),
    estimate: optional(estimate("Estimate of the contract")),
    provisionalGuarantee: optional(amount("Provisional guarantee")),
    reservation: optional(reservationSchema),
    lots: optional(
      Type.Array(lotSchema, { maxItems: 200, description: "Lots; [] = one undivided contract" }),
    ),
    maxLotsPerTenderer: optional(whole("Most lots that one tenderer may win; 0 = no cap", 1, 1000)),
    publications: optional(Type.Array(publicationSchema, { maxItems: 50, description: "Publications" })),
    submissionDeadline: optional(moment("Deadline for offers")),
    openingAt: optional(
      moment("First opening announced; for preselection and dialogue the admission session"),
    ),
    amendments: optional(Type.Array(amendmentSchema, { maxItems: 50, description: "Changes, oldest first" })),
    programme: optional(
      Type.Object(
        {
          listed: optional(flag("Is the call in the forecast programme?")),
          publishedOn: optional(day("Day of the programme")),
        },
        { ...closed, description: "Entry in the forecast programme" },
      ),
    ),
    requirements: optional(requirementsSchema),
    evaluation: optional(
      Type.Object(
        {
          method: optional(oneOf(EVALUATION_METHODS, "How the best offer is chosen")),
        },
        { ...closed, description: "Evaluation of offers" },
      ),
    ),
    terms: optional(termsSchema),
    purchaseOrder: optional(
      Type.Object(
        {
          withoutCompetition: optional(flag("Was it placed without competition?")),
          justification: optional(text("Why there was no competition", "Urgence…", 5000)),
          natureCode: optional(text("Code of the nature of the service", "reception", 60)),
          budgetYear: optional(
            Type.Integer({ minimum: 1990, maximum: 2100, description: "Budget year", examples: [2026] }),
          ),
        },
        { ...closed, description: "What only a purchase order has" },
      ),
    ),
    consultedCount: optional(whole("Competitors consulted (restricted, negotiated)", 3, 10_000)),
    offers: optional(Type.Array(offerSchema, { maxItems: 1000, description: "Offers received" })),
    award: optional(awardSchema),
    awards: optional(
      Type.Array(awardSchema, { maxItems: 200, description: "Awards of a call in lots, instead of award" }),
    ),
    payments: optional(Type.Array(paymentSchema, { maxItems: 500, description: "Payments" })),
  },
  { ...closed, description: 'A tender. Absent = unknown; a present array is complete; "" = nothing printed' },
);

export type TenderDocument = Static<typeof tenderSchema>;
